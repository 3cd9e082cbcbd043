/** How updates reach a bot: two queues per person, polling or a webhook with its retries. Knows neither chats nor HTTP. */
@NullMarked
package org.branchline.sandbox.updates;

import org.jspecify.annotations.NullMarked;
