import { writeFileSync } from 'node:fs';
import { jsonSchemaOf, SCHEMA_FILES } from '../src/content/json-schema.ts';

// Writes the JSON Schemas that let an editor’s program complete and check the content while it is written.
for (const entry of SCHEMA_FILES) {
  writeFileSync(entry.file, `${JSON.stringify(jsonSchemaOf(entry), null, 2)}\n`);
  console.log(entry.file);
}
