/**
 * What whoever runs the service reads: metrics, health and which build it is. Reads from every room but {@code start},
 * changes nothing, and no other room but {@code start} touches it.
 */
@NullMarked
package org.branchline.ops;

import org.jspecify.annotations.NullMarked;
