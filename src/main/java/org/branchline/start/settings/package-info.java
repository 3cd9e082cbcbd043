/**
 * What an operator can set: the names, and what is wrong with a value, asked by the start and by {@code doctor}. Touches the
 * rooms that read the values.
 */
@NullMarked
package org.branchline.start.settings;

import org.jspecify.annotations.NullMarked;
