/**
 * The schemas of the interface. Those of facts are the domain's own; here they get names, under which the description
 * of the interface refers to them, and the shapes that only the interface has are added.
 */
import { EVENTS_PER_REQUEST_MAX, newEventSchema, newEventShape, signatureSchema } from '@gongze/application/commands/new-event';
import { publicationPayloads } from '@gongze/application/commands/publication';
import { CURSOR_MAX, PAGE_MAX } from '@gongze/application/read/list';
import { eventTypes, payloadSchemas } from '@gongze/domain/events/catalogue';
import { envelopeShape, occurredSchema, sourceSchema } from '@gongze/domain/events/envelope';
import {
  actorIdSchema,
  bilingualSchema,
  caseIdSchema,
  deadlineSchema,
  fileSchema,
  intervalSchema,
  yardstickSchema,
} from '@gongze/domain/events/schemas';
import { caseReportSchema } from '@gongze/domain/report/report';
import { z } from 'zod';
import { studyStates } from './studies/store.ts';

/** Schemas that have a name in the description. */
export const named = z.registry<{ id: string; description?: string }>();

function name<T extends z.core.$ZodType>(id: string, schema: T, description?: string): T {
  named.add(schema, { id, ...(description !== undefined && { description }) });
  return schema;
}

name('Bilingual', bilingualSchema, 'A text in Chinese and English.');
name('Occurred', occurredSchema, 'When it happened; with precision "unknown" the bounds say between which days.');
name('Source', sourceSchema);
name('AttachedFile', fileSchema, 'A file that was handed in with a record.');
name('Signature', signatureSchema);
name('Interval', intervalSchema);
name('Yardstick', yardstickSchema);
name('Deadline', deadlineSchema);
for (const type of eventTypes) name(`${type[0]?.toUpperCase()}${type.slice(1)}`, payloadSchemas[type]);

export const newEvent = name('NewEvent', newEventSchema, 'What is to be recorded: one of the event types with its payload.');

export const factSchema = name(
  'Fact',
  z.object({
    ...envelopeShape,
    type: z.enum(eventTypes as unknown as [string, ...string[]]),
    payload: z.looseObject({}).describe('By the schema of the type: partyJoined has PartyJoined.'),
  }),
  'A recorded fact.',
);

const count = z.int().min(0);
const versionTag = z.int().min(0).describe('Version of the case: the number of its facts.');

export const listedCase = name(
  'ListedCase',
  z.object({ case: z.string(), title: bilingualSchema, editions: z.array(z.enum(['paper', 'enriched'])), size: count }),
);
export const attachmentBody = name(
  'AnnouncedFile',
  z.strictObject({ sha256: fileSchema.shape.sha256, bytes: fileSchema.shape.bytes }),
  'A file that is going to be sent.',
);
export const arrivingFile = name(
  'ArrivingFile',
  z.object({
    sha256: fileSchema.shape.sha256,
    bytes: z.int().min(1),
    partBytes: z.int().describe('Length of every part but the last.'),
    parts: z.int().describe('Number of parts.'),
    missing: z.array(count).describe('Parts that are still to be sent, from 0.'),
    complete: z.boolean().describe('It is here whole and gives its digest: a record may name it within two days.'),
    mediaType: z.string().optional().describe('By its first bytes; a record that names the file says the same.'),
  }),
  'How far a file has come.',
);
export const casePage = name('CasePage', z.object({ cases: z.array(listedCase), next: z.string().optional() }));
export const caseHead = name(
  'CaseHead',
  z.object({
    case: z.string(),
    title: bilingualSchema,
    actors: z.record(z.string(), bilingualSchema),
    size: count.describe('Facts that the caller may read.'),
    version: versionTag,
    published: z.boolean(),
    closed: z.boolean(),
    withheld: count.describe('Facts that are recorded and not open to the caller.'),
  }),
);
const withheld = z.int().min(1).optional().describe('Facts that are recorded and not open to the caller; the answer rests on the others.');
export const caseReport = name('CaseReport', caseReportSchema.extend({ withheld }), 'The situation of a case at a date.');
export const browserCase = name(
  'CaseFacts',
  z.object({
    case: z.string(),
    title: bilingualSchema,
    edition: z.enum(['paper', 'enriched']),
    actors: z.record(z.string(), bilingualSchema),
    facts: z.array(factSchema),
    governments: z.array(
      z.looseObject({
        code: z.string(),
        name: bilingualSchema,
        tier: z.string(),
        parents: z.array(z.looseObject({ code: z.string() })),
        spans: z.array(z.string()).optional(),
      }),
    ),
    tree: z.object({ id: z.string(), vintage: z.string() }),
    size: count,
    withheld,
  }),
  'What a page needs to fold a case itself.',
);
export const eventPage = name(
  'EventPage',
  z.object({ case: z.string(), events: z.array(factSchema), version: versionTag, withheld: count, next: z.string().optional() }),
);
export const explanation = name('Explanation', z.looseObject({}), 'Why a finding holds, and what would change it.');
export const mayIntervene = name(
  'MayIntervene',
  z.looseObject({}),
  'Whether the tier may intervene, by which rule, and what stands against it.',
);

export const recordBody = name('RecordEvents', z.strictObject({ events: z.array(newEvent).min(1).max(EVENTS_PER_REQUEST_MAX) }));
export const recorded = name(
  'Recorded',
  z.object({
    case: z.string(),
    version: versionTag,
    facts: z.array(z.object({ id: z.string(), version: versionTag })),
    durable: z.literal(true).describe('On disk. Whether the log holds it is told by the receipt of each fact.'),
    repeated: z.boolean().describe('An earlier request with the same key had recorded them.'),
  }),
);
export const createBody = name(
  'CreateCase',
  z.strictObject({
    case: caseIdSchema,
    title: bilingualSchema,
    actors: z.record(actorIdSchema, bilingualSchema).optional(),
    opened: z.strictObject({ ...newEventShape, payload: payloadSchemas.caseOpened }),
  }),
);
const reason = publicationPayloads.caseClosed.shape.reason;
export const publicationBody = name(
  'ChangePublication',
  z.discriminatedUnion('change', [
    z.strictObject({
      change: z.literal('publish'),
      version: z.int().min(1).optional().describe('Facts up to this version become public. Default: all there are.'),
      withheld: publicationPayloads.casePublished.shape.withheld.optional(),
    }),
    z.strictObject({ change: z.enum(['withdraw', 'close', 'reopen']), reason }),
  ]),
);
export const published = name(
  'Publication',
  z.object({ case: z.string(), published: z.boolean(), closed: z.boolean(), durable: z.literal(true) }),
);

export const problem = name(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    faults: z.array(z.object({ field: z.string(), expected: z.string(), found: z.string(), message: z.string() })).optional(),
    total: z.int().optional(),
    facts: z.array(z.string()).optional(),
    policies: z.array(z.string()).optional(),
    actual: z.int().optional(),
    rule: z.string().optional().describe('Which rule of the domain refuses.'),
    event: z.int().optional().describe('Place of the refused event in the request.'),
    remedy: z.string().optional().describe('What would make it possible.'),
    missing: z.array(z.object({ what: z.string(), remedy: z.string() })).optional(),
    overridable: z.boolean().optional().describe('With a written reason it would be accepted.'),
  }),
  'RFC 9457, in the language that Accept-Language prefers.',
);

/** Queries are texts; numbers in them are read here. */
export const pageQuery = z.object({
  cursor: z.string().max(CURSOR_MAX).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).optional().describe('Default 100.'),
});
const text = z.string().max(2000).optional();
export const caseQuery = z.looseObject({
  edition: text.describe('paper or enriched (default)'),
  asOf: text.describe('YYYY, YYYY-MM or YYYY-MM-DD; default today'),
  knownOn: text.describe('Only what was known on that day; default everything'),
});
export const caseParams = z.object({ caseId: z.string().min(1).max(200) });

export const change = name(
  'Change',
  z.object({
    index: count.describe('Place in the log; the same change, told twice, has the same.'),
    case: z.string(),
    version: versionTag,
    id: z.string(),
    type: z.string(),
    recordedAt: z.string(),
  }),
  'That a fact was recorded, not what it says.',
);
export const receiptParams = caseParams.extend({ version: z.coerce.number().int().min(1).max(2_147_483_647) });
export const logHealth = name(
  'LogHealth',
  z.object({
    size: count.describe('Records in the log.'),
    checkpoint: z.string().optional(),
    witnesses: z.array(z.object({ name: z.string(), lastCosignedAt: z.string().optional(), size: count })),
    quorum: count,
    bindingActsAllowed: z.boolean(),
    since: z.string().optional().describe('Since when binding acts are refused.'),
  }),
);

const mappedColumn = z.object({
  column: z.string().describe('A, B, …'),
  heading: z.string(),
  key: z.string().nullable(),
  by: z.enum(['given', 'heading', 'alias']).nullable(),
});
const fieldChange = z.object({ field: bilingualSchema, before: bilingualSchema.nullable(), after: bilingualSchema.nullable() });
export const ledgerPreview = name(
  'LedgerPreview',
  z.object({
    ok: z.literal(true),
    sheet: z.string(),
    headingRow: count.describe('From 1.'),
    columns: z.array(mappedColumn),
    rows: z.array(
      z.object({
        row: count.describe('From 1, as the program shows it.'),
        obligation: z.string(),
        title: bilingualSchema.optional(),
        kind: z.enum(['new', 'changed', 'unchanged', 'faulty']),
        changed: z.array(z.string()),
        changes: z.array(fieldChange).describe('Words before and after, field by field.'),
        records: z
          .array(z.object({ by: bilingualSchema.nullable(), on: z.string() }))
          .describe('As whom, where the fact itself says so, and for which day.'),
        events: z.array(newEvent),
      }),
    ),
    faults: z.array(
      z.object({
        kind: z.string(),
        sheet: z.string(),
        row: count,
        column: z.string(),
        field: z.string(),
        found: z.string(),
        message: bilingualSchema,
      }),
    ),
    events: z.array(newEvent).describe('What would be recorded; empty if there is a fault.'),
  }),
  'What a ledger would record.',
);
export const agreementPreview = name(
  'AgreementPreview',
  z.looseObject({
    ok: z.literal(true),
    text: z.string(),
    reading: z.looseObject({}),
    duties: z.array(
      z.object({
        clause: count.describe('From 1; its place in `reading.clauses`.'),
        payload: z.looseObject({}).nullable().describe('Payload of obligationDrafted; null as long as nobody is known who owes it.'),
        missing: z.array(z.string()),
        unknownNames: z.array(z.string()),
      }),
    ),
  }),
  'The clauses of a text, and the duties to propose.',
);

export const studyScenario = name(
  'Scenario',
  z
    .looseObject({
      sensitivity: z
        .looseObject({})
        .optional()
        .describe('Instead of the experiment its analysis: method, output, parameters, base, replicates, pairs, variant, seed.'),
      calibration: z.looseObject({}).optional().describe('Alone, without a scenario: the prior is screened; draws, seed, runs.'),
    })
    .describe('A scenario as `gongze simulate` reads it; docs/simulation.md lists the fields.'),
);
export const study = name(
  'Study',
  z.object({
    id: z.string(),
    state: z.enum(studyStates),
    pieces: count.describe('Pieces into which it is cut.'),
    done: count.describe('Pieces that are computed.'),
    createdAt: z.string(),
    endedAt: z.string().optional(),
    error: z.string().optional(),
  }),
);

export const webhookBody = name(
  'AddWebhook',
  z.strictObject({ url: z.string().min(1).max(2000).describe('https; an address that the internet knows.') }),
);
const webhookShape = {
  id: z.string(),
  url: z.string(),
  createdAt: z.string(),
  nextIndex: count.describe('Place in the log that is to be told next.'),
  attempts: count.describe('Failed attempts at that place.'),
  lastError: z.string().optional(),
  disabled: z.boolean(),
};
export const webhook = name('Webhook', z.object(webhookShape));
export const registeredWebhook = name(
  'RegisteredWebhook',
  z.object({ ...webhookShape, secret: z.string().describe('whsec_…: key of the HMAC-SHA256 in webhook-signature. Not shown again.') }),
);
export const deadLetter = name('DeadLetter', z.object({ index: count, attempts: count, error: z.string(), at: z.string() }));
