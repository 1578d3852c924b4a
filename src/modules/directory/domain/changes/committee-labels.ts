import type { CommitteeFacts } from '../import/committee.ts';

/** What a committee is called in documents and on pages: everything on its sheet but name and time zone. */
export type CommitteeLabels = Omit<CommitteeFacts, 'name' | 'zone'>;

export function committeeLabels({ name: _name, zone: _zone, ...labels }: CommitteeFacts): CommitteeLabels {
  return labels;
}
