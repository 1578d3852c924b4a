import { joinTexts } from '../../platform/i18n/texts.ts';
import { evaluationErrors } from './errors.ts';
import { ratingErrors } from './rating-errors.ts';
import { rubricErrors } from './rubric-errors.ts';
import { templateErrors } from './template-errors.ts';
import { evaluationMessages } from './messages.ts';
import { rubricMessages } from './rubric-messages.ts';
import { templateMessages } from './template-messages.ts';

/** All texts of this module. */
export const evaluationTexts = joinTexts(
  { errors: evaluationErrors, messages: evaluationMessages },
  { errors: ratingErrors },
  { errors: rubricErrors, messages: rubricMessages },
  { errors: templateErrors, messages: templateMessages },
);
