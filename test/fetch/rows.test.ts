import {expect, test} from 'vitest';
import {parseJson, type JsonObject} from '../../src/fetch/json.ts';
import {rowsOf} from '../../src/fetch/rows.ts';

const plain = {keyed: {}, where: {}, explode: undefined};

function record(text: string): JsonObject {
  return parseJson(text) as JsonObject;
}

test('spreads nested values over columns named with dots', () => {
  const ticket = record(`{"id": 35436, "open": true, "via": {"channel": "web", "source": {"rel": null, "to": {}}},
    "tags": ["a", "b", null], "none": [], "people": [{"id": 1}], "__proto__": {"x": 1}}`);
  const [row, ...others] = rowsOf(ticket, plain);
  expect(others).toEqual([]);
  expect(Object.entries(row!)).toEqual([
    ['id', '35436'],
    ['open', 'true'],
    ['via.channel', 'web'],
    ['via.source.rel', null],
    ['tags', 'a, b'],
    ['none', null],
    ['people', '[{"id":"1"}]'],
    ['__proto__.x', '1']
  ]);
});

test('makes columns of a list of keys and values', () => {
  const ticket = record(
    '{"custom_fields": [{"id": 360001, "value": "late"}, {"id": 360002, "value": null}, {"value": "lost"}]}'
  );
  const keyed = {custom_fields: {key: 'id', value: 'value'}};
  expect(rowsOf(ticket, {...plain, keyed})).toEqual([{'custom_fields.360001': 'late', 'custom_fields.360002': null}]);
});

test('makes rows of an inner list, each with the columns of its record', () => {
  const audit = record(
    `{"id": 7, "ticket": {"events": [{"type": "Change", "value": "open"}, {"type": "Comment"}], "id": 1}}`
  );
  const explode = 'ticket.events';
  expect(rowsOf(audit, {...plain, explode})).toEqual([
    {id: '7', 'ticket.id': '1', 'ticket.events.type': 'Change', 'ticket.events.value': 'open'},
    {id: '7', 'ticket.id': '1', 'ticket.events.type': 'Comment'}
  ]);
  const where = {'ticket.events.type': ['Change', 'Create'], id: ['7']};
  expect(rowsOf(audit, {...plain, explode, where})).toHaveLength(1);
  expect(rowsOf(record('{"id": 8}'), {...plain, explode})).toEqual([]);
});
