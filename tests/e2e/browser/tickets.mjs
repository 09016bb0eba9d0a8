#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const help = `Takes tickets at a running controller as a terminal does.

  tickets.mjs --url http://127.0.0.1:8080 --token-file FILE --tickets '[{"service":1}, ...]'

Each ticket may name category, people and then. Prints each answer as one line of JSON. Ends with 0
when every ticket was given.`;

const { values: given } = parseArgs({
    options: {
        url: { type: 'string' },
        'token-file': { type: 'string' },
        tickets: { type: 'string' },
        help: { type: 'boolean', default: false },
    },
});

if (given.help || !given.url || !given['token-file'] || !given.tickets) {
    console.log(help);
    process.exit(given.help ? 0 : 2);
}

const token = readFileSync(given['token-file'], 'utf8').trim();
for (const wanted of JSON.parse(given.tickets)) {
    const response = await fetch(new URL('/api/tickets', given.url), {
        method: 'POST',
        headers: {
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/json',
            'Idempotency-Key': randomUUID(),
        },
        body: JSON.stringify({ category: null, language: 'ru', ...wanted }),
    });
    console.log(await response.text());
    if (response.status !== 200) {
        process.exit(1);
    }
}
