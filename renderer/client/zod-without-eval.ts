// zod tries whether code may be made at run time, which the content policy forbids and reports.
// It must be told not to before the first schema is made, so this is the first import of the window.
import { z } from 'zod';

z.config({ jitless: true });
