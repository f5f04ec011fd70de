import {describe, expect, it} from 'vitest';
import {anActive, aVariable} from '@deskwire/testing/fixtures.js';

import {blanksIn, fillPlaces, firstBlank, placeValues} from './places.js';

const chat = anActive({
  channel: 'chat',
  cad: [
    aVariable({name: 'order-id', value: 'A-1042'}),
    aVariable({name: 'resident-id', value: '4107', secure: true}),
    aVariable({name: 'tier', value: ''}),
    aVariable({name: 'name', value: 'a variable'}),
  ],
});
const values = placeValues(chat, 'Mina Park');
const fill = (text: string): string => fillPlaces(text, values);

describe('a text with places', () => {
  it('is filled from the customer, the agent, the queue and the data of the contact', () => {
    expect(fill('Hello {{name}}, this is {{agent.name}} of {{Queue name}}.')).toBe(
      'Hello Hana Seo, this is Mina Park of Support.',
    );
    expect(fill('{{ customer_email }} · {{order-id}} · {{Order ID}}')).toBe(
      'hana@example.com · A-1042 · A-1042',
    );
  });

  it('never takes a secure value, nor one that is not there', () => {
    expect(fill('{{resident-id}} {{tier}} {{no such}}')).toBe('{{resident-id}} {{tier}} {{no such}}');
  });

  it('does not fill what a value brings along', () => {
    const odd = placeValues(anActive({channel: 'chat', customer: {name: '{{order-id}} $& $1'}}), '');
    expect(fillPlaces('Hello {{name}}', odd)).toBe('Hello {{order-id}} $& $1');
  });

  it('tells what is still to be filled, each once, and where the first of it is', () => {
    expect(blanksIn('a {{x}} b {{y}} c {{x}}')).toEqual(['{{x}}', '{{y}}']);
    expect(blanksIn('{ {x} } {{}} {{a{b}}')).toEqual([]);
    expect(firstBlank('Hello {{x}}')).toEqual([6, 11]);
    expect(firstBlank('Hello')).toBeUndefined();
  });
});
