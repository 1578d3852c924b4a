import type { CliquePool } from '../relaxation/clique-pool.ts';
import type { Certificate, ProofNode, TierCertificate } from './certificate.ts';

/** The certificate with only those cliques that its prices refer to. */
export function usedCliques(pool: CliquePool, tiers: readonly TierCertificate[]): Certificate {
  const renamed = new Map<number, number>();
  const rename = (clique: number): number => {
    const known = renamed.get(clique) ?? renamed.size;
    renamed.set(clique, known);
    return known;
  };
  const walk = (node: ProofNode): ProofNode =>
    'branch' in node
      ? { ...node, no: walk(node.no), yes: walk(node.yes) }
      : {
          ...node,
          prices: { ...node.prices, cliques: node.prices.cliques.map(([s, c, price]) => [s, rename(c), price]) },
        };
  const proofs = tiers.map((tier) => ({ ...tier, tree: walk(tier.tree) }));
  return { version: 1, cliques: [...renamed.keys()].map((clique) => [...pool.members(clique)]), tiers: proofs };
}
