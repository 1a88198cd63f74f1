// Uses a freshly compiled addon once: `addon-smoke-test.cjs PACKAGE ADDON`. It touches what the
// older Node-API made difficult: the strings the addon keeps (column and parameter names, error
// codes, property names), besides the parts of SQLite the app relies on.
const assert = require('node:assert/strict');

const [folder, nativeBinding] = process.argv.slice(2);
const Database = require(folder);
const db = new Database(':memory:', { nativeBinding });

db.exec('CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT) STRICT');
db.exec("CREATE VIRTUAL TABLE found USING fts5(text, tokenize = 'unicode61')");
const insert = db.prepare('INSERT INTO word (text) VALUES (@text)');
db.transaction(() => {
  for (let i = 0; i < 1000; i++) insert.run({ text: `word ${i}` });
})();
db.prepare('INSERT INTO found VALUES (?)').run('كلمة السر');

assert.deepEqual(db.prepare('SELECT * FROM word WHERE id = 7').get(), { id: 7, text: 'word 6' });
assert.equal([...db.prepare('SELECT id FROM word').iterate()].length, 1000);
assert.equal(db.prepare('SELECT * FROM found WHERE found MATCH ?').all('كلمة').length, 1);
assert.throws(() => insert.run({}), RangeError);
assert.throws(() => db.prepare('SELECT * FROM nothing'), { code: 'SQLITE_ERROR' });
db.function('fails', () => {
  throw new TypeError('mine');
});
assert.throws(() => db.prepare('SELECT fails()').get(), { name: 'TypeError', message: 'mine' });
assert.equal(db.name, ':memory:');
global.gc?.();
db.close();
assert.equal(db.open, false);
