import type { OfficialDocument } from '../domain/official-document.ts';
import type { WallPlan } from '../domain/wall-plan.ts';

/** Renders official documents. The same document always gives the same bytes, on every machine. */
export abstract class Documents {
  /** A tagged PDF. @throws DomainError document.not_rendered when the renderer failed twice */
  abstract renderPdf(document: OfficialDocument): Promise<Uint8Array>;
  /** @throws DomainError document.not_rendered when the renderer failed twice */
  abstract renderDocx(document: OfficialDocument): Promise<Uint8Array>;
  /** A PDF on A3. @throws DomainError document.not_rendered when the renderer failed twice */
  abstract renderWallPlan(plan: WallPlan): Promise<Uint8Array>;
}
