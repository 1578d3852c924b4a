import { useComputed } from '@preact/signals';
import { useDesk } from './desk-context.ts';
import { type Filters, NO_FILTERS, optionsOf } from './filter-board.ts';
import { Icon } from './small-parts.tsx';
import { say } from './texts.ts';

const CHOICES = ['department', 'organisation', 'branchType', 'field'] as const;

/** Search and filters, undo and redo. */
export function Toolbar({ isNarrow }: { isNarrow: boolean }) {
  const { view } = useDesk();
  const filters = view.filters.value;
  const active = (Object.keys(NO_FILTERS) as (keyof Filters)[]).filter(
    (each) => filters[each] !== NO_FILTERS[each],
  ).length;
  return (
    <div class="desk-toolbar" role="search">
      <input
        class="form-control"
        type="search"
        value={filters.text}
        placeholder={say('desk.search')}
        aria-label={say('desk.search')}
        onInput={(event) => view.filter({ text: event.currentTarget.value })}
      />
      {isNarrow ? (
        <details class="desk-filters-fold">
          <summary class="btn">
            {say('desk.filters')}
            {active > 0 && <span class="count">{active}</span>}
          </summary>
          <FilterFields isActive={active > 0} />
        </details>
      ) : (
        <FilterFields isActive={active > 0} />
      )}
      <Steps />
    </div>
  );
}

function FilterFields({ isActive }: { isActive: boolean }) {
  const { store, view } = useDesk();
  const options = useComputed(() => optionsOf(store.board.value));
  const filters = view.filters.value;
  return (
    <div class="desk-filters">
      {CHOICES.map((name) => (
        <select
          key={name}
          class="form-select"
          aria-label={say(`desk.filter.${name}`)}
          value={filters[name]}
          onChange={(event) => view.filter({ [name]: event.currentTarget.value })}
        >
          <option value="">{say(`desk.all.${name}`)}</option>
          {options.value[name].map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      ))}
      {isActive && (
        <button type="button" class="btn" onClick={() => view.filter(NO_FILTERS)}>
          {say('desk.clear')}
        </button>
      )}
    </div>
  );
}

/** The button's title says what would be undone, and who had done it. */
function Steps() {
  const { store, view, proposals } = useDesk();
  const { undo, redo, mayEdit } = store.base.value;
  return (
    <div class="desk-steps">
      {mayEdit && (
        <>
          <StepButton way="undo" what={undo} onPress={() => void proposals.step('undo')} />
          <StepButton way="redo" what={redo} onPress={() => void proposals.step('redo')} />
        </>
      )}
      <button type="button" class="btn desk-wide" onClick={() => (view.isListingKeys.value = true)}>
        <Icon name="keys" />
        {say('desk.keys')}
      </button>
    </div>
  );
}

function StepButton({ way, what, onPress }: { way: 'undo' | 'redo'; what: string | null; onPress: () => void }) {
  const label = say(`desk.${way}`);
  return (
    <button
      type="button"
      class={`btn desk-step desk-step-${way}`}
      disabled={what === null}
      title={what === null ? undefined : `${label}: ${what}`}
      aria-label={what === null ? label : `${label}: ${what}`}
      onClick={onPress}
    >
      <Icon name="undo" />
      <span>{label}</span>
    </button>
  );
}
