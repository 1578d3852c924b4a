import type { Day, Month } from '../../kernel/month.ts';
import type { RubricState } from '../../modules/evaluations/index.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { SectionView } from '../forms/form.view.ts';
import type { EditCard, EditField, FaultLine, TrailLine } from '../rubrics/rubric.view.ts';

/** `pages/form-templates`: every form that is asked, was asked, or may be asked one day. */
export interface TemplatesPage {
  readonly inForce: readonly TemplateLine[];
  readonly coming: readonly TemplateLine[];
  readonly replaced: readonly TemplateLine[];
  readonly drafts: readonly TemplateDraftLine[];
  readonly samples: readonly TemplateLine[];
  /** Takes a file; null for people who may only read. */
  readonly take: {
    readonly action: string;
    readonly id: string;
    readonly error: string | null;
    readonly faults: readonly FaultLine[];
  } | null;
}

export interface TemplateLine {
  readonly href: string;
  readonly title: string;
  readonly source: string;
  readonly scope: string;
  /** Null for a sample. */
  readonly version: number | null;
  readonly from: Day | null;
  readonly forms: number;
  readonly questions: number;
}

export interface TemplateDraftLine extends Pick<TemplateLine, 'href' | 'title' | 'scope'> {
  readonly savedAt: Date;
  readonly faults: number;
}

/** `pages/form-template`: one form in full. */
export interface TemplatePage {
  readonly kind: 'known' | 'sample' | 'draft';
  readonly title: string;
  readonly source: string;
  readonly scope: string;
  readonly state: RubricState | null;
  readonly version: number | null;
  readonly from: Day | null;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  readonly forms: number;
  readonly begun: number;
  readonly savedAt: Date | null;
  readonly basedOn: { readonly title: string; readonly href: string } | null;
  readonly exportHref: string;
  readonly copy: { readonly action: string; readonly id: string } | null;
  readonly takeBack: { readonly action: string } | null;
  readonly draft: TemplateDraftActions | null;
  readonly faults: readonly FaultLine[];
  readonly headHref: string | null;
  readonly sections: readonly TemplateSectionView[];
  readonly trail: readonly TrailLine[];
}

export interface TemplateDraftActions {
  readonly seen: number;
  readonly deleteAction: string;
  /** Moves and adds sections. */
  readonly sectionsAction: string;
  readonly publish: {
    readonly action: string;
    readonly months: readonly Option[];
    readonly firstOpen: Month;
    readonly error: string | null;
  };
}

export interface TemplateSectionView {
  /** Its pointer, by which it is moved. */
  readonly at: string;
  readonly title: string;
  readonly months: string | null;
  /** What the rubric puts here. */
  readonly place: string | null;
  readonly href: string | null;
  readonly mayGo: boolean;
  readonly questions: readonly {
    readonly label: string;
    /** Its type, whether it must be answered, what it feeds and when it is asked. */
    readonly notes: readonly string[];
  }[];
}

/** `pages/form-template-edit`: one part of a draft, beside it the form on a phone. */
export interface TemplateEditPage {
  readonly title: string;
  readonly backHref: string;
  readonly back: string;
  readonly action: string;
  readonly previewAction: string;
  readonly seen: number;
  /** Why nothing was saved. */
  readonly error: string | null;
  readonly cards: readonly QuestionCard[];
  readonly preview: TemplatePreview;
}

export interface QuestionCard extends EditCard {
  /** The fields of its words, which want room. */
  readonly words: readonly EditField[];
  /** The pointer of a question that can be moved; null for other cards. */
  readonly moves: string | null;
  readonly mayGo: boolean;
  readonly note: string | null;
}

/** `template-preview`: the form as typed, on a phone. */
export interface TemplatePreview {
  readonly sections: readonly SectionView[];
  readonly faults: readonly FaultLine[];
}
