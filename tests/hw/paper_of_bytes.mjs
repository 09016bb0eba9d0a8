// Reads what went down the cable to a ticket printer, and draws the paper:
//
//   node paper_of_bytes.mjs BYTES PICTURE.pgm
//
// Written from the maker's manual of commands alone, and shares nothing with hw/escpos: where that
// one is wrong about the language of printers, the two disagree. Anything it does not know, and a
// real-time command hidden in a picture, is an error.
import { readFileSync, writeFileSync } from "node:fs";

const DLE = 0x10;
const ESC = 0x1b;
const GS = 0x1d;

const [bytesPath, picturePath] = process.argv.slice(2);
const bytes = readFileSync(bytesPath);
const paper = []; // rows of dots, 1 is black
const slips = [];
let at = 0;

function fail(what) {
    const near = [...bytes.subarray(at, at + 8)].map((b) => b.toString(16).padStart(2, "0"));
    console.error(`${bytesPath}: byte ${at}: ${what}: ${near.join(" ")}`);
    process.exit(1);
}

function need(count) {
    if (at + count > bytes.length) {
        fail("ends in the middle of a command");
    }
}

/** Printers obey these also inside of pictures. */
function findRealTime(data) {
    for (let i = 0; i + 2 < data.length; ++i) {
        const isAsked = data[i + 1] === 0x04 || data[i + 1] === 0x05 || data[i + 1] === 0x14;
        if (data[i] === DLE && isAsked && data[i + 2] <= 8) {
            fail(`a real-time command in a picture, ${i} bytes into it`);
        }
    }
}

/** GS v 0 m xL xH yL yH: a picture of x bytes by y rows. */
function picture() {
    need(8);
    if (bytes[at + 2] !== 0x30 || bytes[at + 3] !== 0) {
        fail("a picture of another kind");
    }
    const width = bytes[at + 4] + 256 * bytes[at + 5];
    const height = bytes[at + 6] + 256 * bytes[at + 7];
    need(8 + width * height);
    const data = bytes.subarray(at + 8, at + 8 + width * height);
    findRealTime(data);
    for (let y = 0; y < height; ++y) {
        const row = [];
        for (const byte of data.subarray(y * width, (y + 1) * width)) {
            for (let bit = 7; bit >= 0; --bit) {
                row.push((byte >> bit) & 1);
            }
        }
        paper.push(row);
    }
    at += 8 + width * height;
}

/** How long the command is that begins here; what moves paper is done on the way. */
function step() {
    need(2);
    const [first, second, third] = bytes.subarray(at, at + 3);
    if (first === GS && second === 0x76) {
        picture();
    } else if (first === ESC && second === 0x40) {
        at += 2;
    } else if (first === ESC && second === 0x4a) {
        need(3);
        for (let row = 0; row < third; ++row) {
            paper.push([]);
        }
        at += 3;
    } else if (first === GS && second === 0x56 && (third === 0x41 || third === 0x42)) {
        at += 4;
        slips.push(paper.splice(0));
    } else if (first === GS && second === 0x28) {
        need(5);
        at += 5 + bytes[at + 3] + 256 * bytes[at + 4];
    } else if ((first === GS && (second === 0x61 || second === 0x72)) ||
               (first === DLE && second === 0x04)) {
        at += 3;
    } else if (first === DLE && second === 0x14 && third === 8) {
        at += 10;
    } else {
        fail("an unknown command");
    }
    if (at > bytes.length) {
        at = bytes.length;
        fail("ends in the middle of a command");
    }
}

while (at < bytes.length) {
    step();
}
if (paper.length > 0 || slips.length === 0) {
    fail(`${slips.length} slips, and ${paper.length} rows that were not cut off`);
}
const slip = slips[slips.length - 1];
const width = Math.max(...slip.map((row) => row.length));
const pixels = Buffer.alloc(width * slip.length, 255);
slip.forEach((row, y) => row.forEach((dot, x) => {
    if (dot === 1) {
        pixels[y * width + x] = 0;
    }
}));
writeFileSync(picturePath, Buffer.concat([Buffer.from(`P5\n${width} ${slip.length}\n255\n`), pixels]));
console.log(`${slips.length} slips, ${bytes.length} bytes`);
