package org.branchline.conversation.engine;

import java.util.function.UnaryOperator;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Person;

/**
 * What comes of an answer besides its being kept.
 *
 * @param person how the person is known from now on
 */
record Also(Effect effect, UnaryOperator<Person> person) {}
