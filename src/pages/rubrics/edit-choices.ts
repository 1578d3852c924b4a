/** Labels of a text in both languages, by what it is. */
export const LANGUAGES = {
  name: { vi: 'rubrics.name_vi', en: 'rubrics.name_en' },
  words: { vi: 'rubrics.words_vi', en: 'rubrics.words_en' },
  source: { vi: 'rubrics.source_vi', en: 'rubrics.source_en' },
} as const;

/** What may be chosen about the counting of points. */
export const CHOICES = {
  attendanceFormula: ['entitled', 'entitled_less_excused'],
  exactlyHalfSpeaking: ['lower', 'upper'],
  unreachablePoints: ['rescale', 'grant', 'leave'],
  notYetDue: ['grant', 'leave_out'],
} as const;

/** Comparisons as people write them. */
export const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' };
