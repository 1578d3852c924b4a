import { aDistrict, withRows } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';

const person = (code: string, name: string, department: string, mail: string) =>
  [code, name, null, department, mail, null, null, 3] as const;
const districts = () => withRows(aDistrict(), 'Ban', [['BTG', 'Ban Tuyên giáo']]);

describe('people who are probably one', () => {
  it.each<[string, readonly (readonly [string, string, string, string])[], number[]]>([
    [
      'the same name and department, another address',
      [
        ['A', 'Lê Thị Lan', 'BTC', 'lan@mau.example'],
        ['B', 'Lê Thị Lan', 'BTC', 'lan.le@mau.example'],
      ],
      [4],
    ],
    [
      'the same name spelled the other way',
      [
        ['A', 'Lê Thị Hòa', 'BTC', 'hoa@mau.example'],
        ['B', 'LÊ THỊ HOÀ', 'Ban Tổ chức', 'hoa.le@mau.example'],
      ],
      [4],
    ],
    [
      'the same address but for its domain',
      [
        ['A', 'Lê Thị Lan', 'BTC', 'lan.le@mau.example'],
        ['B', 'Lê Thi Lan', 'BTG', 'Lan.Le@khac.example'],
      ],
      [4],
    ],
    [
      'the same name without diacritics',
      [
        ['A', 'Lê Thị Lan', 'BTC', 'lan@mau.example'],
        ['B', 'Le Thi Lan', 'BTC', 'ltl@khac.example'],
      ],
      [4],
    ],
    [
      'names that differ by their tones',
      [
        ['A', 'Lê Thị Hòa', 'BTC', 'hoa@mau.example'],
        ['B', 'Lê Thị Hoa', 'BTC', 'lthoa@khac.example'],
      ],
      [],
    ],
    [
      'the same name in two departments',
      [
        ['A', 'Lê Thị Lan', 'BTC', 'lan@mau.example'],
        ['B', 'Lê Thị Lan', 'BTG', 'ltlan@khac.example'],
      ],
      [4],
    ],
    [
      'the same beginning of addresses of others',
      [
        ['A', 'Lê Thị Lan', 'BTC', 'vanthu@mau.example'],
        ['B', 'Trần Văn Thư', 'BTG', 'vanthu@khac.example'],
      ],
      [],
    ],
  ])('%s', (_, people, rows) => {
    const { faults, questions } = parseSheets(
      withRows(
        districts(),
        'Chuyên viên',
        people.map((row) => person(...row)),
      ),
    );
    expect(faults).toEqual([]);
    expect(questions.flatMap((question) => question.rows)).toEqual(rows);
  });

  it('are not asked about again once two departments have them, until one takes the name of the other', () => {
    const sheets = withRows(districts(), 'Chuyên viên', [
      person('A', 'Lê Thị Lan', 'BTC', 'lan@mau.example'),
      person('B', 'Lê Thị Lan', 'BTG', 'ltlan@khac.example'),
    ]);
    const asked = (...names: readonly string[]) => {
      const specialists = ['A', 'B'].map((code, i) => ({ code, names: [], name: names[i] ?? '', isInUse: true }));
      return parseSheets(sheets, {}, { known: { specialists } }).questions.map(({ code }) => code);
    };
    expect(asked('Lê Thị Lan', 'Lê Thị Lan')).toEqual([]);
    expect(asked('Lê Thị Lan', 'Trần Thị Lan')).toEqual(['one_person']);
  });

  it('are named with their codes and rows', () => {
    const twins = [
      person('A', 'Lê Thị Lan', 'BTC', 'a@mau.example'),
      person('B', 'Lê Thị Lan', 'BTC', 'b@mau.example'),
    ];
    const [question] = parseSheets(withRows(districts(), 'Chuyên viên', twins)).questions;
    expect(question).toMatchObject({
      code: 'one_person',
      sheet: 'Chuyên viên',
      column: 'B',
      params: { examples: [{ name: 'Lê Thị Lan', codes: ['A', 'B'], rows: [3, 4] }] },
    });
  });
});
