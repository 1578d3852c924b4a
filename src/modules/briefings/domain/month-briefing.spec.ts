import { newId } from '../../../kernel/id.ts';
import { textOf } from './statement.ts';
import { compileBriefing } from './briefing-content.ts';
import type { BriefingContent } from './briefing-model.ts';
import type { BriefingInput } from './briefing-input.ts';
import {
  compiled,
  contentOf,
  edited,
  missingForms,
  type MonthBriefing,
  outdatedEdits,
  partsOf,
  writtenOut,
} from './month-briefing.ts';
import { someMonth } from '../../../../test/fixtures/some-month.ts';

const AT = new Date('2020-12-15T02:00:00Z');
const input = someMonth(20);

function compile(latest: MonthBriefing | null = null, changes: Partial<BriefingInput> = {}): MonthBriefing {
  const content = compileBriefing({ ...input, ...changes });
  return compiled(newId(), latest, { content, missingForms: 0, at: AT, by: null });
}

function frozen(briefing: MonthBriefing): MonthBriefing {
  const got = { at: AT, by: null, documentId: newId<'Document'>(), symbol: '01-BC/BTC', auditHead: 'head' };
  return { ...briefing, content: contentOf(briefing), frozen: got, revision: briefing.revision + 1 };
}

function sentences(content: BriefingContent, partId: string): string {
  return (partsOf(content).get(partId)?.blocks ?? [])
    .map((block) => (block.kind === 'paragraph' ? textOf(block.statement) : block.kind))
    .join(' | ');
}

const withoutReflections = (): Partial<BriefingInput> => ({
  visits: input.visits.map((visit) =>
    visit.form ? { ...visit, form: { ...visit.form, answers: { ...visit.form.answers, reflections: [] } } } : visit,
  ),
});

describe('a month’s briefing', () => {
  it('is one draft however often it is compiled, and another version after a freeze', () => {
    const first = compile();
    const again = compile(first);
    expect([again.id, again.version, again.revision]).toEqual([first.id, 1, 2]);
    const next = compile(frozen(again));
    expect([next.id === first.id, next.version, next.revision, next.frozen]).toEqual([false, 2, 4, null]);
  });

  it('has the board’s sentences in the place of a part’s, beside its tables', () => {
    const briefing = edited(compile(), 'results.ratings', 'Một đoạn.\r\n\r\n  Hai đoạn.  ');
    expect(sentences(contentOf(briefing), 'results.ratings')).toBe('Một đoạn. | Hai đoạn. | table');
    expect(sentences(briefing.content, 'results.ratings')).toContain('Qua chấm điểm');
    expect(contentOf(briefing).figures).toEqual(briefing.content.figures);
  });

  it('takes its own sentences back for an empty text, and for their own', () => {
    const draft = compile();
    const part = partsOf(draft.content).get('shortcomings.causes');
    if (!part) throw new Error('the month has no causes');
    const written = edited(draft, part.id, 'Lời của Ban.');
    expect(edited(written, part.id, ' \n ').edits).toEqual({});
    expect(edited(written, part.id, writtenOut(part)).edits).toEqual({});
  });

  it('keeps the board’s sentences over compilations and freezes, and says when what they replaced has changed', () => {
    const draft = edited(compile(), 'results.attendance', 'Dự họp tốt.');
    const same = compile(frozen(draft));
    expect(sentences(contentOf(same), 'results.attendance')).toBe('Dự họp tốt.');
    expect(outdatedEdits(same)).toEqual(new Set());
    const other = compile(draft, { visits: input.visits.slice(1) });
    expect(sentences(contentOf(other), 'results.attendance')).toBe('Dự họp tốt.');
    expect(outdatedEdits(other)).toEqual(new Set(['results.attendance']));
    expect(outdatedEdits(frozen(other))).toEqual(new Set());
  });

  it('lets a text wait whose part is not there this time', () => {
    const draft = edited(compile(), 'reflections.overview', 'Đã chuyển các phản ánh.');
    const without = compile(draft, withoutReflections());
    expect(partsOf(contentOf(without)).has('reflections.overview')).toBe(false);
    expect(outdatedEdits(without)).toEqual(new Set());
    expect(sentences(contentOf(compile(without)), 'reflections.overview')).toBe('Đã chuyển các phản ánh.');
  });

  it('refuses a text for a part that there is not', () => {
    expect(() => edited(compile(), 'results.weather', 'Trời đẹp.')).toThrow('briefing.part_not_found');
  });

  it('misses the forms of visits that took place or may still, not of those that nobody made', () => {
    const [attended, pending, missed, sent] = input.visits;
    if (!attended || !pending || !missed || !sent?.form) throw new Error('the month is too small');
    const visits = [
      { ...attended, form: null, outcome: 'attended' as const },
      { ...pending, form: null, outcome: 'pending' as const },
      { ...missed, form: null, outcome: 'missed' as const },
      sent,
    ];
    expect(missingForms({ ...input, visits })).toBe(2);
  });
});
