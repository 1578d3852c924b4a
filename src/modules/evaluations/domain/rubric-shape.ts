import { MEETING_KINDS } from '../../../kernel/meeting-kind.ts';
import type { Fault } from '../../../kernel/domain-error.ts';
import { day } from '../../../kernel/month.ts';

import { isPoints, ratioOf } from './points.ts';
import { BAND_BOUNDS } from './bands.ts';
import { COMPARISONS, CONDITION_FIELDS, CONDITION_VALUES, INDICATORS, RUBRIC_PURPOSES } from './rubric.ts';

/** Faults in the structure of rubric data: missing or unknown properties, and wrong types. */
export function shapeFaults(raw: unknown): readonly Fault[] {
  const checker = new Checker();
  checker.rubric(raw, '');
  return checker.faults;
}

type Check = (value: unknown, at: string) => void;

const ID = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const DEEPEST = 8;

class Checker {
  readonly faults: Fault[] = [];

  rubric: Check = (raw, at) =>
    this.object(
      raw,
      at,
      {
        id: this.id,
        version: this.whole,
        effectiveFrom: this.day,
        purpose: this.oneOf(RUBRIC_PURPOSES),
        title: this.text,
        source: this.text,
        policy: this.policy,
        sheets: this.listOf(this.sheet, 1),
        yearly: this.listOf(this.yearlyRule, 1),
      },
      { kinds: this.kinds, branchTypes: this.branchTypes },
    );

  private readonly policy: Check = (raw, at) =>
    this.object(
      raw,
      at,
      {
        attendanceFormula: this.oneOf(['entitled', 'entitled_less_excused']),
        exactlyHalfSpeaking: this.oneOf(['upper', 'lower']),
        unreachablePoints: this.oneOf(['rescale', 'grant', 'leave']),
        requiredMinutes: (minutes, place) =>
          this.object(minutes, place, Object.fromEntries(MEETING_KINDS.map((kind) => [kind, this.whole]))),
        smallBranch: (small, place) => {
          if (small !== null) this.object(small, place, { membersBelow: this.whole, requiredMinutes: this.whole });
        },
      },
      { notYetDue: this.oneOf(['grant', 'leave_out']) },
    );

  private readonly sheet: Check = (raw, at) =>
    this.object(raw, at, {
      id: this.id,
      title: this.text,
      kinds: this.kinds,
      maximum: this.points,
      groups: this.listOf(this.group, 1),
      caps: this.listOf((cap, there) =>
        this.object(
          cap,
          there,
          { id: this.id, criteria: this.listOf(this.id, 2), maximum: this.points, text: this.text },
          { kinds: this.kinds },
        ),
      ),
      ratings: this.listOf(
        (rating, there) => this.object(rating, there, { id: this.id, from: this.points, text: this.text }),
        1,
      ),
      gates: this.listOf((gate, there) =>
        this.object(
          gate,
          there,
          { id: this.id, rating: this.id, full: this.listOf(this.id), otherwise: this.id, text: this.text },
          { condition: this.condition(0) },
        ),
      ),
    });

  private readonly group: Check = (raw, at) =>
    this.object(
      raw,
      at,
      { id: this.id, title: this.text, criteria: this.listOf(this.criterion, 1) },
      { section: this.id },
    );

  private readonly criterion: Check = (raw, at) =>
    this.object(
      raw,
      at,
      { id: this.id, title: this.text, maximum: this.points, scoring: this.scoring },
      {
        help: this.text,
        kinds: this.kinds,
        automatic: this.listOf(this.conditionalPoints),
        bonuses: this.listOf(this.conditionalPoints),
      },
    );

  private readonly conditionalPoints: Check = (raw, at) =>
    this.object(raw, at, { when: this.condition(0), points: this.points, text: this.text });

  private readonly scoring: Check = (raw, at) => {
    const by = isRecord(raw) ? raw['by'] : undefined;
    const known = this.oneOf(['cases', 'bands', 'choice', 'points']);
    switch (by) {
      case 'cases':
        this.object(
          raw,
          at,
          {
            by: known,
            cases: this.listOf(this.conditionalPoints, 1),
            otherwise: (value, there) => this.object(value, there, { points: this.points, text: this.text }),
          },
          { indicator: this.measure },
        );
        break;
      case 'bands': {
        const bounds = Object.fromEntries(BAND_BOUNDS.map((bound) => [bound, this.quantity]));
        const band: Check = (value, there) =>
          this.object(value, there, { points: this.points, text: this.text }, bounds);
        this.object(raw, at, { by: known, indicator: this.measure, bands: this.listOf(band, 1) });
        break;
      }
      case 'choice': {
        const option: Check = (value, there) =>
          this.object(value, there, { value: this.id, points: this.points, text: this.text });
        this.object(raw, at, { by: known, options: this.listOf(option, 2) });
        break;
      }
      case 'points':
        this.object(raw, at, { by: known, step: this.points });
        break;
      default:
        if (isRecord(raw)) known(by, `${at}/by`);
        else this.fault(at, 'rubric.not_an_object');
    }
  };

  private readonly yearlyRule: Check = (raw, at) =>
    this.object(raw, at, {
      rating: this.id,
      ways: this.listOf((way, there) => {
        const months: Check = (value, place) => this.object(value, place, { rating: this.id, atLeast: this.whole });
        this.object(way, there, {}, { averageFrom: this.points, noneBelow: this.id, months });
      }, 1),
    });

  private condition(depth: number): Check {
    return (raw, at) => {
      const parts = isRecord(raw) ? this.conditionParts(raw, depth + 1) : null;
      if (depth > DEEPEST) this.fault(at, 'rubric.too_deep', { maximum: DEEPEST });
      else if (parts) this.object(raw, at, parts);
      else this.fault(at, 'rubric.not_a_condition');
    };
  }

  private conditionParts(raw: Record<string, unknown>, depth: number): Record<string, Check> | null {
    const inner = this.condition(depth);
    if ('all' in raw) return { all: this.listOf(inner, 1) };
    if ('any' in raw) return { any: this.listOf(inner, 1) };
    if ('not' in raw) return { not: inner };
    if ('policy' in raw) return { policy: this.oneOf(['exactlyHalfSpeaking']), is: this.oneOf(['upper', 'lower']) };
    if ('field' in raw) {
      const known = CONDITION_FIELDS.find((each) => each === raw['field']);
      const value = known ? this.oneOf(CONDITION_VALUES[known]) : this.id;
      return { field: this.oneOf(CONDITION_FIELDS), in: this.listOf(value, 1) };
    }
    if ('answer' in raw && 'in' in raw) return { answer: this.id, in: this.listOf(this.id, 1) };
    if ('answer' in raw) return { answer: this.id, is: this.oneOf(COMPARISONS), value: this.points };
    if (!('indicator' in raw)) return null;
    return { indicator: this.measure, is: this.oneOf(COMPARISONS), value: this.quantity };
  }

  private readonly measure: Check = (value, at) => {
    if (!INDICATORS.some((each) => each === value)) this.fault(at, 'rubric.unknown_measure', { measures: INDICATORS });
  };

  private readonly quantity: Check = (value, at) => {
    if (!ratioOf(value)) this.fault(at, 'rubric.not_a_quantity');
  };

  private readonly branchTypes: Check = (value, at) => {
    const code: Check = (each, there) => {
      if (typeof each !== 'string' || each.trim() === '' || each.length > 40) this.fault(there, 'rubric.not_a_text');
    };
    this.listOf(code, 1)(value, at);
    if (Array.isArray(value)) this.distinct(value, at);
  };

  private readonly id: Check = (value, at) => {
    if (typeof value !== 'string' || !ID.test(value)) this.fault(at, 'rubric.not_an_id');
  };

  private readonly whole: Check = (value, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) this.fault(at, 'rubric.not_a_count');
  };

  private readonly points: Check = (value, at) => {
    if (!isPoints(value)) this.fault(at, 'rubric.not_points');
  };

  private readonly day: Check = (value, at) => {
    try {
      day(typeof value === 'string' ? value : '');
    } catch {
      this.fault(at, 'rubric.not_a_day');
    }
  };

  private readonly text: Check = (value, at) => {
    const words: Check = (each, there) => {
      if (typeof each !== 'string' || each.trim() === '' || each.length > 500) this.fault(there, 'rubric.not_a_text');
    };
    this.object(value, at, { vi: words, en: words });
  };

  private readonly kinds: Check = (value, at) => {
    this.listOf(this.oneOf(MEETING_KINDS), 1)(value, at);
    if (Array.isArray(value)) this.distinct(value, at);
  };

  private oneOf(values: readonly string[]): Check {
    return (value, at) => {
      if (typeof value !== 'string' || !values.includes(value)) this.fault(at, 'rubric.not_one_of', { values });
    };
  }

  private listOf(check: Check, least = 0): Check {
    return (value, at) => {
      if (!Array.isArray(value)) {
        this.fault(at, 'rubric.not_a_list');
        return;
      }
      if (value.length < least || value.length > 100) this.fault(at, 'rubric.list_length', { least, most: 100 });
      value.slice(0, 100).forEach((each: unknown, index) => check(each, `${at}/${index}`));
    };
  }

  private distinct(values: readonly unknown[], at: string): void {
    values.forEach((value, index) => {
      if (values.indexOf(value) !== index) this.fault(`${at}/${index}`, 'rubric.twice', { id: value });
    });
  }

  private object(
    raw: unknown,
    at: string,
    required: Record<string, Check>,
    optional: Record<string, Check> = {},
  ): void {
    if (!isRecord(raw)) {
      this.fault(at, 'rubric.not_an_object');
      return;
    }
    for (const [key, check] of Object.entries(required)) {
      if (raw[key] === undefined) this.fault(`${at}/${key}`, 'rubric.missing');
      else check(raw[key], `${at}/${key}`);
    }
    for (const [key, value] of Object.entries(raw)) {
      if (Object.hasOwn(required, key) || value === undefined) continue;
      if (Object.hasOwn(optional, key)) optional[key]?.(value, `${at}/${key}`);
      else this.fault(`${at}/${escapePointer(key)}`, 'rubric.unknown');
    }
  }

  private fault(pointer: string, code: string, params?: Record<string, unknown>): void {
    this.faults.push(params ? { pointer, code, params } : { pointer, code });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
