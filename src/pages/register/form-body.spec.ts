import { REGISTERS } from '../../modules/directory/domain/register/register.ts';
import { registerFields } from '../../modules/directory/index.ts';
import { FORM_SECTIONS, VERSION_KEYS } from './form-sections.ts';
import { typedIn, weightsIn } from './form-body.ts';

describe('what a form of the register sends', () => {
  it.each(REGISTERS)('has every column of %s in one place', (register) => {
    const shown = FORM_SECTIONS[register].flatMap(({ keys }) => keys);
    const all = register === 'organisations' ? [...shown, ...VERSION_KEYS] : shown;
    expect([...all].sort()).toEqual(
      registerFields(register, 'vi')
        .map(({ key }) => key)
        .sort(),
    );
  });

  it('is one row of texts', () => {
    const [row] = typedIn('branches', {
      rows: [{ name: '  Chi bộ A ', thematicMonths: ['3', '6'], weakFields: { KT: '0,9', MT: ' ' }, evil: 'x' }],
    });
    expect(row).toMatchObject({ name: 'Chi bộ A', thematicMonths: '3; 6', weakFields: 'KT: 0,9', code: '' });
    expect(row).not.toHaveProperty('evil');
  });

  it.each([[undefined], ['text'], [[['x']]], [{ 0: null }], [7]])('bears %j', (rows) => {
    expect(typedIn('departments', { rows })).toEqual([{ code: '', name: '', shortName: '' }]);
  });

  it('ends the name before where a new one begins, and leaves out what is blank or ticked', () => {
    const version = (name: string, more: object = {}) => ({
      name,
      shortName: '',
      parent: 'Q',
      validFrom: '',
      validTo: '',
      ...more,
    });
    const rows = typedIn('organisations', {
      rows: [
        { code: 'P1', kind: 'grassroots', ...version('Cũ') },
        version('Bỏ', { remove: 'yes' }),
        version('Mới', { validFrom: '01/07/2026' }),
        version('', { parent: '' }),
      ],
    });
    expect(rows).toEqual([
      expect.objectContaining({ code: 'P1', kind: 'grassroots', name: 'Cũ', validTo: '30/06/2026' }),
      expect.objectContaining({ code: 'P1', kind: 'grassroots', name: 'Mới', validFrom: '01/07/2026', validTo: '' }),
    ]);
  });

  it('shows weights again as they were sent', () => {
    expect([...weightsIn('KT: 0,9; MT; XH: nhiều')]).toEqual([
      ['KT', '0,9'],
      ['MT', '1'],
      ['XH', 'nhiều'],
    ]);
  });
});
