// zod, told not to make code at run time to check faster: the content policy of the window forbids
// that, and reports the attempt. It must hear it before the first schema is made, so everybody takes
// zod from here (a rule of the import check).
import { z } from 'zod';

z.config({ jitless: true });

export { z };
