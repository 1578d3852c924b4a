import { someAnswers } from '../../../../test/fixtures/some-answers.ts';
import { contextAsRead } from './context-as-read.ts';

const field = (code: string) => ({ code, name: { vi: code, en: code } });

describe('the context of a form that is sent again', () => {
  it.each<[string, string[], string[]]>([
    [
      'has the fields that the form names and the committee no longer has',
      ['culture'],
      ['culture', 'environment', 'security'],
    ],
    ['has each field once', ['security', 'environment'], ['security', 'environment']],
  ])('%s', (_, now, expected) => {
    const answers = someAnswers({
      directives: [],
      strengths: [{ text: 'Ưu điểm', field: 'environment' }],
      goodPractices: [{ text: 'Cách làm', field: null }],
    });
    expect(contextAsRead({ fields: now.map(field) }, answers).fields.map(({ code }) => code)).toEqual(expected);
  });
});
