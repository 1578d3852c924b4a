import { checkLink, detailsDigest, EMPTY_CHAIN, link } from './chain.ts';

const event = (details: object) => ({
  committeeId: 'c',
  at: '2020-12-01T00:00:00.000Z',
  actorId: null,
  action: 'plan.published',
  subjectKind: 'plan',
  subjectId: 'p',
  detailsDigest: detailsDigest('salt', details),
});

describe('the audit chain', () => {
  const first = link(EMPTY_CHAIN, event({ visits: 143 }));
  const second = link(first, event({ visits: 144 }));

  it('holds while nothing is touched, with or without the details', () => {
    expect(checkLink(EMPTY_CHAIN, first, { salt: 'salt', details: { visits: 143 } })).toBeNull();
    expect(checkLink(first, second, null)).toBeNull();
  });

  it('shows what was changed, left out or put in', () => {
    expect(checkLink(first, { ...second, action: 'plan.withdrawn' }, null)).toBe('changed');
    expect(checkLink(EMPTY_CHAIN, second, null)).toBe('missing');
    expect(checkLink({ seq: 1, hash: 'f'.repeat(64) }, second, null)).toBe('unlinked');
    expect(checkLink(EMPTY_CHAIN, first, { salt: 'salt', details: { visits: 1 } })).toBe('details_changed');
  });
});
