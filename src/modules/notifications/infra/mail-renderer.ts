import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { HelperDelegate, HelperOptions, TemplateDelegate } from 'handlebars';
import { compile as compileText } from 'html-to-text';
import type { Locale } from '../../../kernel/actor.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import {
  capitalised,
  DECLINE_KIND_TERMS,
  type DeclineKind,
  headTerm,
  MEETING_KIND_TERMS,
} from '../../../kernel/vocabulary.ts';
import { formatDate, formatMinutes, formatMonth, formatWeekday } from '../../../kernel/format.ts';
import { projectRoot } from '../../../platform/project-root.ts';
import type { MailModels, MailTemplate, VisitLine } from '../application/mail-models.ts';
import { MAIL_STYLES, type MailStyle } from './mail-styles.ts';

/** What every mail contains besides its model. */
export interface MailHeader {
  /** The recipient's name. */
  readonly to: string;
  readonly committee: { readonly name: string; readonly isSample: boolean };
}

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const localeOf = (options: HelperOptions): Locale => (options.data as { locale: Locale }).locale;

/** As `#if` judges. */
const isThere = (value: unknown): boolean => !Handlebars.Utils.isEmpty(value);

const helpers = {
  date: (value: Day, options: HelperOptions) => formatDate(localeOf(options), value),
  weekday: (value: Day, options: HelperOptions) => formatWeekday(localeOf(options), value),
  /** With its weekday, for sentences and subjects. */
  onDay: (value: Day, options: HelperOptions) =>
    `${formatWeekday(localeOf(options), value)} ${formatDate(localeOf(options), value)}`,
  month: (value: Month, options: HelperOptions) => formatMonth(localeOf(options), value),
  duration: (minutes: number, options: HelperOptions) => formatMinutes(localeOf(options), minutes),
  visitKind: (kind: VisitLine['kind'], options: HelperOptions) => headTerm(MEETING_KIND_TERMS[kind])[localeOf(options)],
  declineKind: (kind: DeclineKind, options: HelperOptions) => capitalised(DECLINE_KIND_TERMS[kind][localeOf(options)]),
  and: (a: unknown, b: unknown) => isThere(a) && isThere(b),
  eq: (a: unknown, b: unknown) => a === b,
  plural: (count: number, one: string, many: string) => (count === 1 ? one : many),
  /** Text that somebody wrote, with its line breaks. */
  lines: (text: string) =>
    new Handlebars.SafeString(Handlebars.escapeExpression(text.trim()).replace(/\r?\n/g, '<br>')),
  // Font names are in single quotes, which are safe inside the double quotes of an attribute.
  style: (name: MailStyle) => new Handlebars.SafeString(MAIL_STYLES[name]),
} satisfies Record<string, HelperDelegate>;

/** Tables become lists in plain text, because many programs show it in a proportional font. */
const textOf = compileText({
  wordwrap: 76,
  selectors: [
    { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } },
    { selector: 'thead', format: 'skip' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'inlineSurround', options: { prefix: ' · ', suffix: '' } },
    { selector: 'td:first-child', format: 'inlineSurround', options: { prefix: '– ', suffix: '' } },
    { selector: 'td > br', format: 'inlineString', options: { string: ', ' } },
  ],
});

const TITLE = /^\s*<title>([^]*?)<\/title>/;

/** Renders mails from `templates/mails/<name>.<locale>.hbs`: the title is the subject, the body the mail. */
export class MailRenderer {
  private readonly engine = Handlebars.create();
  private readonly templates = new Map<string, TemplateDelegate>();

  constructor(directory = join(projectRoot, 'templates', 'mails')) {
    this.engine.registerHelper(helpers);
    const knownHelpers = Object.fromEntries(Object.keys(this.engine.helpers).map((name) => [name, true]));
    for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.hbs')) continue;
      const source = readFileSync(join(directory, path), 'utf8');
      const template = this.engine.compile(source, { strict: true, knownHelpers, knownHelpersOnly: true });
      const name = path.replaceAll('\\', '/').slice(0, -'.hbs'.length);
      this.templates.set(name, template);
      if (name.includes('/')) this.engine.registerPartial(name, template);
    }
  }

  get names(): readonly string[] {
    return [...this.templates.keys()].filter((name) => !name.includes('/'));
  }

  /** @throws Error for an unknown template or a value missing in the model, which are programming errors */
  render<T extends MailTemplate>(template: T, model: MailModels[T], header: MailHeader, locale: Locale): RenderedMail {
    const facts = { ...model, ...header };
    const filled = this.fill(`${template}.${locale}`, facts, locale);
    const title = TITLE.exec(filled);
    if (!title) throw new Error(`mail ${template}.${locale} has no title`);
    const subject = textOf(title[1] ?? '').replace(/\s+/g, ' ');
    const html = this.fill(
      'parts/layout',
      {
        locale,
        subject,
        committee: header.committee,
        body: new Handlebars.SafeString(filled.slice(title[0].length).trim()),
        foot: new Handlebars.SafeString(this.fill(`parts/foot.${locale}`, facts, locale).trim()),
      },
      locale,
    );
    return { subject, html, text: textOf(html) };
  }

  private fill(name: string, facts: object, locale: Locale): string {
    const template = this.templates.get(name);
    if (!template) throw new Error(`unknown mail ${name}`);
    return template(facts, { data: { locale } });
  }
}
