import { newId } from '../../kernel/id.ts';
import { holdsSecret, sentFields, wordsTyped } from './sent-fields.ts';

const nested = {
  _csrf: 'abc',
  _revision: '3',
  membersTotal: '47',
  date: '03/12/2020',
  kind: 'members_and_superior',
  note: ' Ốm ',
  strengths: { '0': { text: 'Chuẩn bị kỹ', field: 'KT' }, '1': { text: 'Nhiều ý kiến' } },
  tags: ['rác thải', 'trật tự'],
  visitId: newId(),
};

describe('the fields of a form that was sent', () => {
  it('come back under the names under which they were sent, lists included', () => {
    expect(sentFields(nested).map(({ name, value }) => `${name}=${value}`)).toEqual([
      '_revision=3',
      'membersTotal=47',
      'date=03/12/2020',
      'kind=members_and_superior',
      'note= Ốm ',
      'strengths[0][text]=Chuẩn bị kỹ',
      'strengths[0][field]=KT',
      'strengths[1][text]=Nhiều ý kiến',
      'tags[0]=rác thải',
      'tags[1]=trật tự',
      `visitId=${nested.visitId}`,
    ]);
    expect(sentFields({ 'strengths[0][text]': 'Chuẩn bị kỹ' })).toEqual([
      { name: 'strengths[0][text]', value: 'Chuẩn bị kỹ' },
    ]);
  });

  it.each([[undefined], [null], ['text'], [{}]])('are none where the body is %s', (body) => {
    expect(sentFields(body).filter(({ name }) => name !== '')).toEqual([]);
  });

  it('tell words from ids, figures and choices', () => {
    expect(wordsTyped(sentFields(nested))).toEqual(['Ốm', 'Chuẩn bị kỹ', 'KT', 'Nhiều ý kiến', 'rác thải', 'trật tự']);
  });

  it('keep a secret', () => {
    const secret = sentFields({ email: 'a@b.vn', account: { newPassword: 'mười hai chữ' } });
    expect([holdsSecret(secret), wordsTyped(secret)]).toEqual([true, ['a@b.vn']]);
    expect(holdsSecret(sentFields(nested))).toBe(false);
  });
});
