/**
 * Who is in the sandbox and what was said: people, bots, chats, messages, the clock, and their journal on disk.
 * Touches the sandbox's {@code updates} only.
 */
@NullMarked
package org.branchline.sandbox.chat;

import org.jspecify.annotations.NullMarked;
