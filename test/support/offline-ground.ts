import type { Actor } from '../../src/kernel/actor.ts';
import type { SpecialistId, VisitId } from '../../src/kernel/id.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { asHtmlPost, someAnswers } from '../fixtures/some-answers.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from './a-month.ts';
import { APhone } from './a-phone.ts';
import { launchChromium, type RunningBrowser } from './chromium.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from './service.ts';
import { type WeatherProxy, weatherProxy } from './weather-proxy.ts';

export type Specialist = SignedInPerson & { readonly id: SpecialistId };

export interface DueForm {
  readonly id: VisitId;
  readonly form: string;
  readonly brief: string;
}

/** What a form needs to be taken. */
export const FULL_ANSWERS = asHtmlPost(someAnswers({ directives: [] }));

/** A service, a line to it whose weather tests make, and phones. */
export class OfflineGround {
  private readonly phones: APhone[] = [];
  /** Those that nobody uses. */
  private readonly idle: APhone[] = [];

  private constructor(
    readonly service: TestService,
    readonly line: WeatherProxy,
    private readonly chromium: RunningBrowser,
    private readonly committee: Actor,
    private readonly ground: Ground,
  ) {}

  static async make(): Promise<OfflineGround> {
    const service = await aService();
    const committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
    return new OfflineGround(service, await weatherProxy(service), await launchChromium(), committee, ground);
  }

  async end(): Promise<void> {
    await this.chromium.close();
    await this.line.close();
    await this.service.end();
  }

  /** After a test: clear weather, and no phone. */
  async giveBack(): Promise<void> {
    Object.assign(this.line, { weather: 'clear', before: null, release: '' });
    for (const phone of this.phones.splice(0)) {
      if (await phone.emptied()) this.idle.push(phone);
      else await phone.close();
    }
  }

  async specialist(name: string): Promise<Specialist> {
    const { id, email } = await aSpecialist(this.service, this.committee, this.ground, name);
    return { ...(await this.signInAgain({ email, name, id })), id };
  }

  signInAgain({ email, name, id }: { email: string; name: string; id: SpecialistId }): Promise<SignedInPerson> {
    return signIn(this.service, this.committee, { email, name, role: 'specialist', specialistId: id });
  }

  board(): Promise<SignedInPerson> {
    return signIn(this.service, this.committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
  }

  async phone(person: SignedInPerson): Promise<APhone> {
    const phone = this.idle.pop() ?? (await APhone.of(this.chromium.browser, this.line));
    await phone.signIn(person);
    this.phones.push(phone);
    return phone;
  }

  async dueForm({ id: specialistId }: Specialist, heldOn = '2020-12-03'): Promise<DueForm> {
    const { service, committee } = this;
    const branchId = await aBranch(service, committee, this.ground);
    const { id } = await aVisit(service, committee, { branchId, specialistId, heldOn: day(heldOn) });
    return { id, form: `/my/visits/${id}/form`, brief: `/my/visits/${id}` };
  }

  versions(visitId: string): Promise<{ id: string; version: number; answers: Record<string, unknown> }[]> {
    return this.service.as(this.committee, () =>
      this.service.work.query(`select id, version, answers from submissions where visit_id = $1 order by version`, [
        visitId,
      ]),
    );
  }

  async draft(visitId: string): Promise<Record<string, string>> {
    const rows = await this.service.as(this.committee, () =>
      this.service.work.query<{ content: Record<string, string> }>(`select content from drafts where visit_id = $1`, [
        visitId,
      ]),
    );
    return rows[0]?.content ?? {};
  }
}
