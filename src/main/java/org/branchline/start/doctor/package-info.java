/**
 * The command {@code doctor}: asks what a start asks, changes nothing, and says in a line each what is well and what to do
 * where it is not. Touches every room that can be asked.
 */
@NullMarked
package org.branchline.start.doctor;

import org.jspecify.annotations.NullMarked;
