import express, { type Express, type Request, type Response } from 'express';
import { applyAction } from '../../src/browser/desk/apply-action.ts';
import type {
  DeskAction,
  DeskChange,
  DeskCost,
  DeskEdit,
  DeskState,
  DeskUndo,
} from '../../src/pages/desk/desk.view.ts';
import { Assets } from '../../src/platform/http/assets.ts';
import { tones } from '../../src/pages/tones.ts';
import { Views } from '../../src/platform/views/views.ts';
import { DESK, deskPage } from './gallery/desk-pages.ts';
import { contextOf, galleryPages } from './gallery/gallery.ts';

/** The service's side of a desk, without its rules: it keeps a state and its history, and says what a test tells it to. */
export class DeskStub {
  state: DeskState;
  /** What was asked, in order. */
  readonly edits: DeskEdit[] = [];
  /** How a cost is answered. */
  cost: (action: DeskAction) => DeskCost = () => YES;
  /** How the next edit is refused; null: it is done. */
  refuse: ((edit: DeskEdit) => { readonly status: number; readonly problem: object } | null) | null = null;
  token = 'gallery-token';
  /** What edits and costs wait for before they are answered. */
  holds: Promise<unknown> = Promise.resolve();
  private readonly before: DeskState[] = [];
  private after: DeskState[] = [];
  private readonly streams = new Set<Response>();
  private readonly views = new Views({ assets: new Assets(), tones });

  constructor(private readonly first: DeskState) {
    this.state = first;
  }

  reset(): void {
    this.state = this.first;
    this.edits.length = 0;
    this.before.length = 0;
    this.after = [];
    this.cost = () => YES;
    this.refuse = null;
    this.token = 'gallery-token';
    this.holds = Promise.resolve();
  }

  /** A colleague does something. */
  change(action: DeskAction): void {
    this.do(action);
    for (const stream of this.streams) stream.write('event: change\ndata: {}\n\n');
  }

  goes(specialistId: string, meetingId: string): boolean {
    const { people, meetings, assignments } = this.state;
    return assignments.some(([p, m]) => people[p]?.id === specialistId && meetings[m]?.id === meetingId);
  }

  serve(app: Express): void {
    const page = galleryPages.find(({ path }) => path === DESK);
    if (!page) throw new Error('the gallery has no desk');
    app.get(DESK, (_request, reply) => {
      const context = { ...contextOf(page, 'vi'), csrfToken: this.token };
      reply.type('html').send(this.views.render('desk', deskPage(this.state), context));
    });
    app.get(`${DESK}/events`, (request, reply) => {
      reply.type('text/event-stream').write('retry: 60000\n\n');
      this.streams.add(reply);
      request.on('close', () => this.streams.delete(reply));
    });
    app.get(`${DESK}/state`, (_request, reply) => reply.json(this.state));
    app.get(`${DESK}/candidates`, (request, reply) => {
      const { meeting } = request.query;
      const meetingId = typeof meeting === 'string' ? meeting : '';
      const candidates = this.state.people
        .filter(({ id }) => !this.goes(id, meetingId))
        .slice(0, 12)
        .map(({ id, name }) => ({
          specialistId: id,
          name,
          ...this.cost({ kind: 'assign', specialistId: id, meetingId }),
        }));
      reply.json({ candidates });
    });
    const post = (path: string, answer: (body: unknown, reply: Response) => void) =>
      app.post(`${DESK}/${path}`, express.json(), async (request: Request, reply: Response) => {
        await this.holds;
        if (request.get('x-csrf-token') === this.token) answer(request.body, reply);
        else problem(reply, 403, { code: 'http.form_expired', title: 'Trang này đã cũ.' });
      });
    post('cost', (body, reply) => reply.json(this.cost((body as { action: DeskAction }).action)));
    post('edits', (body, reply) => {
      const edit = body as DeskEdit;
      const refusal = this.refuse?.(edit) ?? null;
      if (refusal) {
        problem(reply, refusal.status, refusal.problem);
        return;
      }
      this.edits.push(edit);
      this.do(edit.action);
      reply.json(this.changed());
    });
    post('undo', (body, reply) => this.step(body as DeskUndo, this.before, this.after, reply));
    post('redo', (body, reply) => this.step(body as DeskUndo, this.after, this.before, reply));
  }

  private do(action: DeskAction): void {
    this.before.push(this.state);
    this.after = [];
    this.take(applyAction(this.state, action));
  }

  private step(_undo: DeskUndo, from: DeskState[], to: DeskState[], reply: Response): void {
    const state = from.pop();
    if (!state) {
      problem(reply, 409, { code: 'plan.nothing_to_undo', title: 'Không có gì để hoàn tác.' });
      return;
    }
    to.push(this.state);
    this.take(state);
    reply.json(this.changed());
  }

  /** As the service answers a change. */
  private changed(): DeskChange {
    const { planId, revision, assignments, forbidden, undo, redo, figures, lists, news, meetings } = this.state;
    const reasons = meetings.flatMap(({ reason }, at) => (reason === null ? [] : [[at, reason] as const]));
    return { planId, revision, assignments, forbidden, undo, redo, figures, lists, news, reasons };
  }

  private take(state: DeskState): void {
    this.state = {
      ...state,
      revision: this.state.revision + 1,
      undo: this.before.length > 0 ? `thay đổi thứ ${this.before.length}` : null,
      redo: this.after.length > 0 ? `thay đổi thứ ${this.before.length + 1}` : null,
    };
  }
}

export const YES: DeskCost = { can: 'yes', lines: ['Nguyễn Thị Lan: +1 lượt, 12 km xa hơn.'], against: [] };

function problem(reply: Response, status: number, body: object): void {
  reply.status(status).type('application/problem+json').send(JSON.stringify(body));
}
