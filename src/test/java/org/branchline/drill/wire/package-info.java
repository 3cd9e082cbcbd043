/** A network between two programs that can be disturbed while they talk. Touches nothing of ours. */
@org.jspecify.annotations.NullMarked
package org.branchline.drill.wire;
