import type { Fault } from '../../../kernel/domain-error.ts';
import { MEETING_KINDS } from '../../../kernel/meeting-kind.ts';
import { isMonth } from '../../../kernel/month.ts';
import { day } from '../../../kernel/written-day.ts';
import { BOUND_NAMES } from './bound-questions.ts';
import { FREE_TYPES } from './form-template.ts';
import { ratioOf } from './points.ts';
import { COMPARISONS, CONDITION_FIELDS, CONDITION_VALUES, INDICATORS, RUBRIC_PURPOSES } from './rubric.ts';

/** Faults in the structure of a template's data: missing or unknown properties, and wrong types. */
export function templateShapeFaults(raw: unknown): readonly Fault[] {
  const checker = new Checker();
  checker.template(raw, '');
  return checker.faults;
}

type Check = (value: unknown, at: string) => void;
type Checks = Readonly<Record<string, Check>>;

/** Begins with a letter: a number in the name of a field is the index of a row. */
const ID = /^[a-z][a-z0-9_-]{0,39}$/;
const DEEPEST = 4;
const LONGEST_ANSWER = 5_000;
const MOST_ROWS = 30;

class Checker {
  readonly faults: Fault[] = [];

  template: Check = (raw, at) =>
    this.object(
      raw,
      at,
      {
        id: this.id,
        version: this.whole(1, 100_000),
        effectiveFrom: this.day,
        purpose: this.oneOf(RUBRIC_PURPOSES),
        title: this.text,
        source: this.text,
        sections: this.listOf(this.section, 1, 40),
      },
      { kinds: this.listOf(this.oneOf(MEETING_KINDS), 1, 3), branchTypes: this.listOf(this.word, 1, 50) },
    );

  private readonly section: Check = (raw, at) =>
    this.object(
      raw,
      at,
      { id: this.id, title: this.text, questions: this.listOf(this.question, 0, 60) },
      { help: this.text, from: this.month, upTo: this.month, place: this.oneOf(['judged', 'self']) },
    );

  private readonly question: Check = (raw, at) => {
    const optional = { help: this.text, required: this.flag, askedWhen: this.condition(0) };
    if (isRecord(raw) && 'asks' in raw) {
      this.object(raw, at, { asks: this.oneOf(BOUND_NAMES), label: this.text }, optional);
      return;
    }
    const wanted = this.wantedOf(raw, at, FREE_TYPES);
    if (wanted) this.object(raw, at, { id: this.id, label: this.text, ...wanted }, optional);
  };

  private readonly column: Check = (raw, at) => {
    const wanted = this.wantedOf(raw, at, ['number', 'choice', 'text', 'date', 'time']);
    if (wanted) this.object(raw, at, { id: this.id, label: this.text, ...wanted }, { required: this.flag });
  };

  /** What a question wants by its type; null where it has none. */
  private wantedOf(raw: unknown, at: string, types: readonly string[]): Checks | null {
    if (!isRecord(raw)) {
      this.fault(at, 'template.not_an_object');
      return null;
    }
    const type = this.oneOf(types);
    switch (raw['type']) {
      case 'number': {
        const number = this.whole(0, 1_000_000);
        return { type, minimum: number, maximum: number, decimals: this.whole(0, 2) };
      }
      case 'choice':
      case 'multiple': {
        const option: Check = (value, there) => this.object(value, there, { value: this.id, label: this.text });
        return { type, options: this.listOf(option, 0, 50) };
      }
      case 'text':
        return { type, lines: this.oneOf(['one', 'many']), maximum: this.whole(1, LONGEST_ANSWER) };
      case 'table':
        return { type, columns: this.listOf(this.column, 1, 6), maximum: this.whole(1, MOST_ROWS) };
      default:
        return { type };
    }
  }

  private condition(depth: number): Check {
    return (raw, at) => {
      const parts = isRecord(raw) ? this.conditionParts(raw, depth + 1) : null;
      if (depth > DEEPEST) this.fault(at, 'template.too_deep', { maximum: DEEPEST });
      else if (parts) this.object(raw, at, parts);
      else this.fault(at, 'template.not_a_condition');
    };
  }

  private conditionParts(raw: Readonly<Record<string, unknown>>, depth: number): Checks | null {
    const inner = this.condition(depth);
    if ('all' in raw) return { all: this.listOf(inner, 1, 20) };
    if ('any' in raw) return { any: this.listOf(inner, 1, 20) };
    if ('not' in raw) return { not: inner };
    if ('field' in raw) {
      const known = CONDITION_FIELDS.find((each) => each === raw['field']);
      const value = known ? this.oneOf(CONDITION_VALUES[known]) : this.id;
      return { field: this.oneOf(CONDITION_FIELDS), in: this.listOf(value, 1, 50) };
    }
    if ('answer' in raw && 'in' in raw) return { answer: this.id, in: this.listOf(this.id, 1, 50) };
    const is = this.oneOf(COMPARISONS);
    if ('answer' in raw) return { answer: this.id, is, value: this.number };
    return 'indicator' in raw ? { indicator: this.oneOf(INDICATORS), is, value: this.quantity } : null;
  }

  private readonly id: Check = (value, at) => {
    if (typeof value !== 'string' || !ID.test(value)) this.fault(at, 'template.not_an_id');
  };

  private readonly flag: Check = (value, at) => {
    if (typeof value !== 'boolean') this.fault(at, 'template.not_one_of', { values: ['true', 'false'] });
  };

  private readonly number: Check = (value, at) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) this.fault(at, 'template.not_a_number');
  };

  private readonly quantity: Check = (value, at) => {
    if (!ratioOf(value)) this.fault(at, 'template.not_a_quantity');
  };

  private readonly day: Check = (value, at) => {
    try {
      day(typeof value === 'string' ? value : '');
    } catch {
      this.fault(at, 'template.not_a_month');
    }
  };

  private readonly month: Check = (value, at) => {
    if (!isMonth(value)) this.fault(at, 'template.not_a_month');
  };

  private readonly word: Check = (value, at) => {
    if (typeof value !== 'string' || value.trim() === '' || value.length > 40) this.fault(at, 'template.not_a_text');
  };

  private readonly text: Check = (value, at) => {
    const words: Check = (each, there) => {
      if (typeof each !== 'string' || each.trim() === '') this.fault(there, 'template.not_a_text');
      else if (each.length > 500) this.fault(there, 'template.too_long', { maximum: 500, length: each.length });
    };
    this.object(value, at, { vi: words, en: words });
  };

  private whole(least: number, most: number): Check {
    return (value, at) => {
      const isWhole = typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
      if (!isWhole) this.fault(at, 'template.not_a_count', { least, most });
    };
  }

  private oneOf(values: readonly string[]): Check {
    return (value, at) => {
      if (typeof value !== 'string' || !values.includes(value)) this.fault(at, 'template.not_one_of', { values });
    };
  }

  private listOf(check: Check, least: number, most: number): Check {
    return (value, at) => {
      if (!Array.isArray(value)) {
        this.fault(at, 'template.not_a_list');
        return;
      }
      if (value.length < least || value.length > most) this.fault(at, 'template.list_length', { least, most });
      value.slice(0, most).forEach((each: unknown, index) => check(each, `${at}/${index}`));
    };
  }

  private object(raw: unknown, at: string, required: Checks, optional: Checks = {}): void {
    if (!isRecord(raw)) {
      this.fault(at, 'template.not_an_object');
      return;
    }
    for (const [key, check] of Object.entries(required)) {
      if (raw[key] === undefined) this.fault(`${at}/${key}`, 'template.missing');
      else check(raw[key], `${at}/${key}`);
    }
    for (const [key, value] of Object.entries(raw)) {
      if (Object.hasOwn(required, key) || value === undefined) continue;
      const place = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (Object.hasOwn(optional, key)) optional[key]?.(value, place);
      else this.fault(place, 'template.unknown');
    }
  }

  private fault(pointer: string, code: string, params?: Record<string, unknown>): void {
    this.faults.push(params ? { pointer, code, params } : { pointer, code });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
