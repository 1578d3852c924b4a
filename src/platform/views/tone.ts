/** How a state looks; each tone has its own icon, so that nothing depends on colour alone. */
export type Tone = 'good' | 'wait' | 'warn' | 'bad' | 'plain';

/** The tone of each state that a page can show. */
export type Tones = Readonly<Record<string, Tone>>;
