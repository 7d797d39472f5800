/**
 * JSON Schema of OCEL 2.0, written from the text of the specification (OCEL 2.0, sections on the JSON format): four lists,
 * types with declared attributes, events with a time, objects whose attribute values carry one, qualified relationships.
 */
const text = { type: 'string' };
const id = { type: 'string', minLength: 1 };
/** ISO 8601 in UTC; an offset would be dropped silently by readers. */
const instant = { type: 'string', pattern: '^(1[6-9]\\d\\d|2[0-2]\\d\\d)-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };
const list = (items: object, extra: object = {}) => ({ type: 'array', items, ...extra });
const record = (required: readonly string[], properties: object) => ({ type: 'object', required, properties, additionalProperties: false });
const attributeType = { enum: ['string', 'time', 'integer', 'float', 'boolean'] };
const types = list(
  record(['name', 'attributes'], { name: id, attributes: list(record(['name', 'type'], { name: id, type: attributeType })) }),
);
const relationships = record(['objectId', 'qualifier'], { objectId: id, qualifier: text });

export const ocelSchema = {
  ...record(['eventTypes', 'objectTypes', 'events', 'objects'], {
    eventTypes: types,
    objectTypes: types,
    events: list(
      record(['id', 'type', 'time'], {
        id,
        type: id,
        time: instant,
        attributes: list(record(['name', 'value'], { name: id, value: text })),
        relationships: list(relationships, { minItems: 1 }),
      }),
    ),
    objects: list(
      record(['id', 'type'], {
        id,
        type: id,
        attributes: list(record(['name', 'value', 'time'], { name: id, value: text, time: instant })),
        relationships: list(relationships),
      }),
    ),
  }),
};
