import { forgetSentForm } from './kept-form.ts';

forgetSentForm(document);
