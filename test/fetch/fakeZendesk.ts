import {
  hang,
  html,
  json,
  reset,
  startServer,
  status,
  truncated,
  type Act,
  type BadServer,
  type Request
} from './badServer.ts';

interface Ticket {
  readonly id: number;
  readonly status: string;
  /** Seconds since 1970: when it came, and when it was changed last. */
  readonly created: number;
  readonly changed: number;
}

interface Change {
  readonly ticket: number;
  readonly at: number;
  readonly status: string;
}

const FIRST = Date.parse('2026-05-01T00:00:00Z') / 1000;
const LOGIN = `Basic ${btoa('admin@example.com/token:hush-hush')}`;
const CHANNELS = ['web', 'email', 'voice', 'api'];
/** Identifiers as large as those of Zendesk, and larger than a number of JavaScript can tell apart. */
const REQUESTER = 9_007_199_254_740_993n;

const time = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** A Zendesk Support of one's own, as far as its tickets go, with the moods of a service on the internet. */
export class FakeZendesk {
  private readonly tickets = new Map<number, Ticket>();
  private readonly changes: Change[] = [];
  private clock = FIRST;
  private server: BadServer | undefined;
  private readonly moods: Act[] = [];
  /** What is done when so many pages of tickets were given. */
  afterPage: ((pages: number) => void) | undefined;
  private pages = 0;

  async start(): Promise<void> {
    this.server = await startServer((request) => this.act(request));
  }

  get origin(): string {
    return this.server!.origin;
  }

  get requests(): readonly Request[] {
    return this.server!.requests;
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  /** The next requests fail in all ways that may pass. */
  sulk(): void {
    this.moods.push(status(429, {'retry-after': '0'}), status(500), html, truncated, reset, hang);
  }

  open(count: number): void {
    for (let i = 0; i < count; i++) {
      const id = this.tickets.size + 1;
      this.clock += 60;
      this.tickets.set(id, {id, status: 'new', created: this.clock, changed: this.clock});
      this.changes.push({ticket: id, at: this.clock, status: 'new'});
    }
  }

  change(id: number, to: string): void {
    this.clock += 60;
    this.tickets.set(id, {...this.tickets.get(id)!, status: to, changed: this.clock});
    this.changes.push({ticket: id, at: this.clock, status: to});
  }

  private act(request: Request): Act {
    const {url, headers} = request;
    const mood = this.moods.shift();
    if (mood) return mood;
    if (headers.authorization !== LOGIN) return status(401, {}, '{"error": "Couldn\'t authenticate you"}');
    switch (url.pathname) {
      case '/api/v2/incremental/tickets/cursor.json':
        return this.ticketPage(url.searchParams);
      case '/api/v2/incremental/ticket_events.json':
        return this.eventPage(url.searchParams);
      case '/api/v2/incremental/ticket_metric_events.json':
        return this.metricPage(request);
      case '/api/v2/satisfaction_ratings.json':
        return this.ratingPage(url.searchParams);
      default:
        return status(404);
    }
  }

  private ticketPage(query: URLSearchParams): Act {
    const [changed, id] = atob(query.get('cursor') ?? btoa('0|0'))
      .split('|')
      .map(Number);
    if (!query.has('cursor') && !query.has('start_time')) return status(400);
    const rest = [...this.tickets.values()]
      .filter((ticket) => ticket.changed > changed! || (ticket.changed === changed && ticket.id > id!))
      .sort((a, b) => a.changed - b.changed || a.id - b.id);
    const page = rest.slice(0, 100);
    const last = page.at(-1);
    const body = {
      tickets: page.map(ticketBody),
      after_cursor: last ? btoa(`${last.changed}|${last.id}`) : query.get('cursor'),
      end_of_stream: rest.length <= 100
    };
    this.afterPage?.(++this.pages);
    return json(JSON.stringify(body).replaceAll('"REQUESTER', '').replaceAll('REQUESTER"', ''));
  }

  /** Every hundredth ticket was answered a minute after it came. */
  private metricPage({url}: Request): Act {
    const from = Number(url.searchParams.get('start_time'));
    const answered = [...this.tickets.values()].filter(({id, created}) => id % 100 === 0 && created + 60 >= from);
    return json({
      ticket_metric_events: answered.flatMap(({id, created}) => [
        {id: id * 10, ticket_id: id, metric: 'reply_time', instance_id: 1, type: 'activate', time: time(created)},
        {
          id: id * 10 + 1,
          ticket_id: id,
          metric: 'reply_time',
          instance_id: 1,
          type: 'fulfill',
          time: time(created + 60)
        },
        {
          id: id * 10 + 2,
          ticket_id: id,
          metric: 'agent_work_time',
          instance_id: 1,
          type: 'fulfill',
          time: time(created + 90)
        }
      ]),
      next_page: `${this.origin}${url.pathname}?start_time=${this.clock}`,
      end_of_stream: true
    });
  }

  private eventPage(query: URLSearchParams): Act {
    const from = Number(query.get('start_time'));
    const rest = this.changes.filter(({at}) => at >= from);
    const page = rest.slice(0, 200);
    const end = page.at(-1)?.at ?? from;
    return json({
      ticket_events: page.map(({ticket, at, status: to}, i) => ({
        id: at * 10 + i,
        ticket_id: ticket,
        timestamp: at,
        created_at: time(at),
        event_type: 'Audit',
        child_events: [
          {id: i, event_type: 'Comment', comment_present: true},
          {id: i + 1, event_type: 'Change', status: to, previous_value: 'new'}
        ]
      })),
      next_page: `${this.origin}/api/v2/incremental/ticket_events.json?start_time=${end}`,
      end_time: end,
      end_of_stream: rest.length <= 200
    });
  }

  private ratingPage(query: URLSearchParams): Act {
    const solved = [...this.tickets.values()].filter((ticket) => ticket.status === 'solved');
    const from = Number(query.get('page[after]') ?? 0);
    const size = Number(query.get('page[size]'));
    return json({
      satisfaction_ratings: solved.slice(from, from + size).map(({id, changed}) => ({
        id: 5_000_000 + id,
        ticket_id: id,
        requester_id: 700 + id,
        group_id: 360000 + (id % 3),
        score: ['good', 'good', 'bad'][id % 3],
        comment: id % 2 === 0 ? 'Call me at 13800138000' : null,
        created_at: time(changed),
        updated_at: time(changed + 3600)
      })),
      meta: {has_more: from + size < solved.length, after_cursor: String(from + size)},
      links: {next: 'https://elsewhere.example.com/'}
    });
  }
}

function ticketBody({id, status: state, created, changed}: Ticket): object {
  const isDeleted = state === 'deleted';
  return {
    id,
    status: state,
    type: [null, 'question', 'incident'][id % 3],
    created_at: time(created),
    updated_at: time(changed),
    via: {
      channel: CHANNELS[id % 4],
      source: {from: id % 4 === 1 ? {name: 'Zhang San', address: 'zhang@example.com'} : {}}
    },
    requester_id: `REQUESTER${REQUESTER + 2n * BigInt(id % 400)}REQUESTER`,
    assignee_id: 7000 + (id % 5),
    group_id: 360000 + (id % 3),
    subject: 'about the parcel',
    description: isDeleted ? 'SCRUBBED' : `The parcel ${id} of Zhang San is late, call 13800138000`,
    tags: ['late', 'parcel'],
    custom_fields: [{id: 360001, value: id % 2 === 0 ? 'delivery' : null}],
    satisfaction_rating: id % 5 === 0 ? {score: 'good'} : null
  };
}
