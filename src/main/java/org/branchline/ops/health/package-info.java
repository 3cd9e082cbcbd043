/**
 * Whether the process lives, has started and is ready, each part under a name of its own with what to do where it is not. Reads
 * what the other rooms know of themselves.
 */
@NullMarked
package org.branchline.ops.health;

import org.jspecify.annotations.NullMarked;
