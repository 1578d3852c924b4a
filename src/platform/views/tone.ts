/** How a state looks; each tone has a sign of its own, so that colour never speaks alone. */
export type Tone = 'good' | 'wait' | 'warn' | 'bad' | 'plain';

/** The tone of each state that a page can show. */
export type Tones = Readonly<Record<string, Tone>>;
