/** Schemas of the lists over all cases. */
import { rollupBys } from '@gongze/application/daily/inbox';
import { mailings, unsetNotices } from '@gongze/application/daily/notices';
import { taskKinds } from '@gongze/application/daily/ports';
import { CURSOR_MAX, PAGE_MAX } from '@gongze/application/read/list';
import { timerKinds } from '@gongze/domain/decisions/timers';
import { bilingualSchema } from '@gongze/domain/events/schemas';
import { lights } from '@gongze/domain/stages/lights';
import { z } from 'zod';
import { named } from '../schemas.ts';

function name<T extends z.core.$ZodType>(id: string, schema: T, description?: string): T {
  named.add(schema, { id, ...(description !== undefined && { description }) });
  return schema;
}

const count = z.int().min(0);
const names = z.record(z.string(), bilingualSchema);
const day = z.string().describe('YYYY-MM-DD');

export const lightCounts = name('LightCounts', z.object({ red: count, yellow: count, grey: count, green: count, blue: count }));
const behind = count.describe('Cases that have moved since they were read for this answer; normally 0.');

export const inboxItem = name(
  'InboxItem',
  z.object({
    case: z.string(),
    caseTitle: bilingualSchema,
    key: z.string().describe('Kind of step and subject; stays the same over days.'),
    kind: z.enum(taskKinds).describe('owe: a duty · waiting: a step that others wait for · held: a step of somebody else.'),
    title: bilingualSchema,
    text: bilingualSchema,
    command: z.string().nullable().describe('The command that does it; null where one can only wait.'),
    subject: z.string(),
    dueOn: day.nullable(),
    daysLeft: z.int().nullable().describe('Negative: days late.'),
    light: z.enum(lights).nullable(),
    since: day,
    sinceDays: count,
    because: z.array(z.string()).describe('Whom it waits for.'),
  }),
);
export const inbox = name(
  'Inbox',
  z.object({
    actor: z.string().describe('A government with all its organs, or a joint body.'),
    asOf: day,
    behind,
    counts: z.object({
      owe: count,
      waiting: count,
      held: count,
      late: count.describe('Duties whose light is red.'),
      lights: lightCounts.describe('Of the duties owed.'),
    }),
    names,
    items: z.array(inboxItem),
    next: z.string().optional(),
  }),
  'Over all cases that the caller may read whole.',
);
export const rollup = name(
  'Rollup',
  z.object({
    asOf: day,
    by: z.enum(rollupBys),
    behind,
    rows: z.array(z.object({ actor: z.string(), name: bilingualSchema, duties: count, lights: lightCounts })),
    total: z.object({ duties: count, lights: lightCounts }),
    sides: z
      .array(z.object({ actor: z.string(), name: bilingualSchema }))
      .describe('Whose lists there are: parties, joint bodies, and who owes without being a party; also those who owe nothing yet.'),
  }),
  'In the order of codes; a joint duty counts once in each row it belongs to, and once in the total.',
);

const id = z.string().min(1).max(200).optional();
export const inboxQuery = z.object({
  actor: id.describe('Whose list. Default: of the office in which you act; in local mode it has to be given.'),
  kind: z.enum(taskKinds).optional(),
  case: id,
  cursor: z.string().max(CURSOR_MAX).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).optional().describe('Default 100.'),
});
export const rollupQuery = z.object({
  by: z
    .enum(rollupBys)
    .optional()
    .describe('unit (default): who owes · parent: the government directly above · body: joint bodies that decide'),
  case: id,
});

const number = z.string().regex(/^\d{1,18}$/);
export const whoseQuery = z.object({ actor: id.describe('In local mode: whose. Otherwise those of the office in which you act.') });
export const noticeQuery = whoseQuery.extend({
  cursor: number.optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).optional().describe('Default 100.'),
});
export const notice = name(
  'Notification',
  z.object({
    id: number,
    case: z.string(),
    caseTitle: bilingualSchema,
    kind: z.enum(timerKinds),
    subject: z.string(),
    dueOn: day.describe('The day on which it was to be told.'),
    title: bilingualSchema,
    text: bilingualSchema,
    at: z.string(),
    read: z.boolean(),
  }),
);
export const noticePage = name(
  'NotificationPage',
  z.object({ actor: z.string(), unread: count, items: z.array(notice), next: z.string().optional() }),
);
export const markBody = name(
  'MarkNotifications',
  z.strictObject({ upTo: number.optional().describe('This one and all before it.'), ids: z.array(number).max(PAGE_MAX).optional() }),
);
export const marked = z.object({ marked: z.literal(true) });
const hour = z.int().min(0).max(23);
export const noticeSettings = name(
  'NotificationSettings',
  z.strictObject({
    mail: z.enum(mailings).describe('each: within minutes · daily: once a day, at digestHour'),
    language: z.enum(['zh', 'en']),
    digestHour: hour.default(unsetNotices.digestHour).describe('0–23, Beijing time.'),
    quiet: z
      .strictObject({ from: hour, until: hour })
      .refine(({ from, until }) => from !== until, { error: 'two different hours' })
      .nullable()
      .default(null)
      .describe('Nothing is sent from (inclusive) until (exclusive), Beijing time; it waits. null: none.'),
  }),
);

export const calendarBody = name(
  'AddCalendar',
  z.strictObject({ actor: id.describe('In local mode: whose.'), language: z.enum(['zh', 'en']) }),
);
const calendarShape = {
  id: z.string(),
  actor: z.string(),
  language: z.enum(['zh', 'en']),
  createdAt: z.string(),
  readAt: z.string().optional(),
};
export const calendar = name('Calendar', z.object(calendarShape));
export const calendarPage = z.object({ calendars: z.array(calendar) });
export const addedCalendar = name(
  'AddedCalendar',
  z.object({
    ...calendarShape,
    path: z.string().describe('Address for the calendar program. Whoever knows it reads it; it is not shown again.'),
  }),
);
export const calendarParams = z.object({ calendarId: z.string().regex(/^c-[0-9a-f]{24}$/) });
export const feedParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/) });
