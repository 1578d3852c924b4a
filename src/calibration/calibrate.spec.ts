import { ratedForms, type RatedShape } from '../../test/generate/rated-forms.ts';
import { SEED } from '../../test/support/seed.ts';
import { randomFrom } from '../kernel/random.ts';
import { calibrate, type Calibration } from './calibrate.ts';
import type { FormRating } from './form-rating.ts';

const SHAPE: RatedShape = {
  seed: SEED,
  observers: 8,
  branches: 24,
  months: 8,
  meetings: 70,
  doubles: 6,
  criteria: 4,
  highest: 2,
  deviations: { observer: 0.6, branch: 0.8, meeting: 0.3, form: 0.3 },
};
/** Points are the sums of the scores. */
const FORMS: readonly FormRating[] = ratedForms(SHAPE).forms.map(({ points: _, ...form }) => form);
/** Points alone, where it does not matter what they are sums of. */
const POINTS: readonly FormRating[] = ratedForms(SHAPE).forms.map((form) => ({ ...form, scores: {} }));
const highest = (form: FormRating): FormRating => ({
  ...form,
  scores: Object.fromEntries(Object.keys(form.scores).map((id) => [id, 2])),
});
const changed = (forms: readonly FormRating[], observer: string, change: (form: FormRating, i: number) => FormRating) =>
  forms.map((form, i) => (form.observer === observer ? change(form, i) : form));
const ofObserver = ({ observers }: Calibration, id: string) => observers.find((one) => one.id === id);
const reasons = ({ verdict }: Calibration) => verdict.reasons.map(({ code }) => code);

describe('calibrate', () => {
  it('names an observer whom no branch connects with the others, and keeps the figures wide', () => {
    const found = calibrate(changed(POINTS, 'R04', (form) => ({ ...form, branch: `apart-${form.branch}` })));
    expect(found.verdict.kind).toBe('with_care');
    expect(found.verdict.reasons).toContainEqual({ code: 'apart', observers: ['R04'] });
    expect(found.islands.at(-1)?.observers).toEqual(['R04']);
    const [apart, ...others] = [ofObserver(found, 'R04'), ...found.observers.filter(({ id }) => id !== 'R04')];
    const widest = Math.max(...others.map((one) => one?.points?.severity.se ?? NaN));
    expect(apart?.points?.severity.se).toBeGreaterThan(widest);
    // The first double visit would connect them.
    expect(found.doubleVisits[0]?.observers).toContain('R04');
  });

  it('keeps the severity of somebody who always gives full marks finite and wide, and says so', () => {
    const found = calibrate(changed(FORMS, 'R05', highest));
    const levels = ofObserver(found, 'R05')?.levels;
    const others = found.observers.filter(({ id }) => id !== 'R05').map((one) => one.levels?.severity.se ?? NaN);
    expect(levels?.extreme).toBe('highest');
    expect(Number.isFinite(levels?.severity.value)).toBe(true);
    expect(levels?.severity.value).toBeLessThan(
      Math.min(...found.observers.filter(({ id }) => id !== 'R05').map((one) => one.levels?.severity.value ?? NaN)),
    );
    expect(levels?.severity.se).toBeGreaterThan(Math.max(...others));
    expect(found.verdict.reasons).toContainEqual({ code: 'always_extreme', observers: ['R05'] });
  });

  it('does not compare groups of observers that share no branch, and names them', () => {
    const found = calibrate(
      POINTS.map((form) => (form.observer < 'R05' ? { ...form, branch: `west-${form.branch}` } : form)),
    );
    expect(found.verdict).toMatchObject({ kind: 'cannot', reasons: [{ code: 'islands' }] });
    expect(found.islands.map(({ observers }) => [...observers]).sort()).toEqual([
      ['R01', 'R02', 'R03', 'R04'],
      ['R05', 'R06', 'R07', 'R08'],
    ]);
  });

  it('names those who are compared through one branch alone', () => {
    const [first] = POINTS.filter(({ observer }) => observer === 'R01');
    const found = calibrate(
      changed(POINTS, 'R02', (form, i) => ({
        ...form,
        branch:
          i === POINTS.findIndex(({ observer }) => observer === 'R02') ? (first?.branch ?? '') : `own-${form.branch}`,
      })),
    );
    expect(found.verdict.reasons).toContainEqual({
      code: 'weak_link',
      observers: ['R02'],
      observer: 'R02',
      branch: first?.branch,
    });
  });

  it('says the same in whatever order the forms come', () => {
    const random = randomFrom(SEED);
    const some = FORMS.slice(0, 40);
    const shuffled = some
      .map((form) => ({ form, key: random.below(2 ** 31) }))
      .sort((a, b) => a.key - b.key)
      .map(({ form }) => form);
    expect(JSON.stringify(calibrate(shuffled))).toBe(JSON.stringify(calibrate(some)));
  });

  it('notes who drifts, and who judges one type of branch otherwise', () => {
    const monthOf = (form: FormRating) => Number(form.month?.slice(5));
    const points = ratedForms({
      ...SHAPE,
      meetings: 200,
      deviations: { observer: 2, branch: 3, meeting: 0.5, form: 1 },
    }).forms.map((form) => {
      const more =
        form.observer === 'R01'
          ? -1.5 * monthOf(form)
          : form.observer === 'R02' && form.branchType === 'school'
            ? -8
            : 0;
      return { ...form, scores: {}, points: (form.points ?? 0) + more };
    });
    const drifting = calibrate(points);
    const drift = ofObserver(drifting, 'R01')?.points?.drift;
    expect(drift?.standsOut).toBe(true);
    expect([drift?.low, drift?.high].map((bound) => (bound ?? NaN) - 1.5).map(Math.sign)).toEqual([-1, 1]);
    const at = ofObserver(drifting, 'R02')?.points?.atBranchTypes.filter(({ standsOut }) => standsOut);
    expect(at?.find(({ branchType }) => branchType === 'school')?.value).toBeGreaterThan(4);
    const others = drifting.observers.filter(({ id }) => !['R01', 'R02'].includes(id));
    expect(others.filter(({ points: one }) => one?.drift?.standsOut === true).length).toBeLessThan(3);
  });

  it('notes who keeps to the middle levels, and whose criteria hardly differ', () => {
    const made = ratedForms({
      ...SHAPE,
      meetings: 140,
      criteria: 5,
      highest: 3,
      deviations: { observer: 0.4, branch: 1.6, meeting: 0.3, form: 0.3 },
    }).forms;
    const used = calibrate(
      made.map(({ points: _, ...form }) => {
        const given = Object.entries(form.scores);
        const mean = Math.round(given.reduce((sum, [, score]) => sum + score, 0) / given.length);
        if (form.observer === 'R03')
          return { ...form, scores: Object.fromEntries(given.map(([id, score]) => [id, score < 2 ? 1 : 2])) };
        if (form.observer === 'R06') return { ...form, scores: Object.fromEntries(given.map(([id]) => [id, mean])) };
        return form;
      }),
    );
    const standOut = (name: 'spread' | 'apart') =>
      used.observers.filter(({ levels }) => levels?.[name]?.standsOut === true).map(({ id }) => id);
    expect(standOut('spread')).toContain('R03');
    expect(standOut('apart')).toContain('R06');
    // Five in a hundred of those named may be chance.
    for (const name of ['spread', 'apart'] as const) {
      expect(standOut(name).filter((id) => !['R03', 'R06'].includes(id)).length).toBeLessThan(2);
    }
    const others = used.observers.filter(({ id }) => !['R03', 'R06'].includes(id));
    const infit = others.reduce((sum, { levels }) => sum + (levels?.infit ?? NaN), 0) / others.length;
    expect(Math.abs(infit - 1)).toBeLessThan(0.3);
  });

  it.each([
    ['one form', FORMS.slice(0, 1), 'cannot', ['one_observer']],
    ['one observer', FORMS.filter(({ observer }) => observer === 'R01'), 'cannot', ['one_observer']],
    ['one branch', FORMS.map((form) => ({ ...form, branch: 'B' })), 'cannot', ['one_branch']],
    ['the same score everywhere', FORMS.map(highest), 'cannot', ['nothing_differs']],
    [
      'branches that nobody shares',
      FORMS.slice(0, 30).map((form, i) => ({ ...form, branch: `B${i}`, observer: `R${i}` })),
      'cannot',
      ['nothing_shared'],
    ],
    [
      'two forms',
      POINTS.slice(0, 2).map((form, i) => ({ ...form, branch: `B${i}`, observer: `R${i}` })),
      'cannot',
      ['too_few_forms'],
    ],
  ] as const)('bears %s', (_, forms, kind, first) => {
    const found = calibrate(forms);
    expect(found.verdict.kind).toBe(kind);
    expect(reasons(found).slice(0, 1)).toEqual(first);
    for (const { points, levels } of found.observers) {
      for (const estimate of [points?.severity, levels?.severity]) {
        if (estimate !== undefined) expect(Object.values(estimate).every(Number.isFinite)).toBe(true);
      }
    }
  });
});
