package potato.rulebook.drl;

import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.ArrayAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.ClassLiteralAccess;
import org.eclipse.jdt.internal.compiler.ast.DoStatement;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.ForStatement;
import org.eclipse.jdt.internal.compiler.ast.IntLiteral;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.ParameterizedQualifiedTypeReference;
import org.eclipse.jdt.internal.compiler.ast.ParameterizedSingleTypeReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedTypeReference;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.SingleTypeReference;
import org.eclipse.jdt.internal.compiler.ast.SwitchExpression;
import org.eclipse.jdt.internal.compiler.ast.SwitchStatement;
import org.eclipse.jdt.internal.compiler.ast.SynchronizedStatement;
import org.eclipse.jdt.internal.compiler.ast.ThisReference;
import org.eclipse.jdt.internal.compiler.ast.ThrowStatement;
import org.eclipse.jdt.internal.compiler.ast.TryStatement;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.ast.WhileStatement;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.ClassScope;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Goes through the code of rules and tells of every word that it may not use, by what the word means. */
final class Uses extends ASTVisitor {
    private static final String MACHINE = "Rules may not use %s: they see facts, and nothing of the machine.";

    private static final int MOST_ITEMS = 64;

    /** Takes the place of a word, what is wrong with it, and the way out. */
    @FunctionalInterface
    interface Teller {
        void tell(int start, int end, String message, @Nullable String hint);
    }

    private final Teller teller;

    Uses(Teller teller) {
        this.teller = teller;
    }

    private void tell(int start, int last, String message, @Nullable String hint) {
        teller.tell(start, last + 1, message, hint);
    }

    private static @Nullable String name(@Nullable TypeBinding type) {
        if (type == null || !type.isValidBinding()) {
            return null;
        }
        TypeBinding plain = type.leafComponentType().erasure();
        if (plain.isBaseType() || plain.isTypeVariable() || plain == TypeBinding.NULL) {
            return null;
        }
        return plain instanceof ReferenceBinding reference
                ? CharOperation.toString(reference.compoundName).replace('$', '.')
                : null;
    }

    /** Whether a class stands in the file itself: the rule's own, or one that is declared there. */
    private static boolean own(@Nullable TypeBinding type) {
        return type != null && type.erasure() instanceof ReferenceBinding reference && !reference.isBinaryBinding();
    }

    private void type(TypeReference reference) {
        String name = name(reference.resolvedType);
        if (name != null && !own(reference.resolvedType.leafComponentType()) && !Allowed.names(name)) {
            tell(reference.sourceStart, reference.sourceEnd, MACHINE.formatted(short_(name)), null);
        }
    }

    private static String short_(String name) {
        return name.startsWith("java.lang.") ? name.substring(name.lastIndexOf('.') + 1) : name;
    }

    @Override
    public boolean visit(SingleTypeReference type, BlockScope scope) {
        type(type);
        return true;
    }

    @Override
    public boolean visit(QualifiedTypeReference type, BlockScope scope) {
        type(type);
        return true;
    }

    @Override
    public boolean visit(ParameterizedSingleTypeReference type, BlockScope scope) {
        type(type);
        return true;
    }

    @Override
    public boolean visit(ParameterizedQualifiedTypeReference type, BlockScope scope) {
        type(type);
        return true;
    }

    @Override
    public boolean visit(MessageSend call, BlockScope scope) {
        if (call.binding != null && call.binding.isValidBinding()) {
            String owner = name(call.binding.declaringClass);
            String selector = new String(call.selector);
            if (owner != null && !own(call.binding.declaringClass) && !Allowed.uses(owner, selector)) {
                int start = (int) (call.nameSourcePosition >>> 32);
                int end = (int) call.nameSourcePosition;
                if (Allowed.names(owner)) {
                    tell(start, end, "Rules may not ask %s for %s.".formatted(short_(owner), selector), null);
                } else if (!call.receiver.isTypeReference()
                        && !(call.receiver instanceof SingleNameReference)
                        && !(call.receiver instanceof QualifiedNameReference)) {
                    tell(start, end, MACHINE.formatted(short_(owner)), null);
                }
            }
        }
        return true;
    }

    @Override
    public boolean visit(SingleNameReference reference, BlockScope scope) {
        if (reference.binding instanceof TypeBinding type) {
            String name = name(type);
            if (name != null && !own(type) && !Allowed.names(name)) {
                tell(reference.sourceStart, reference.sourceEnd, MACHINE.formatted(short_(name)), null);
            }
        }
        return true;
    }

    @Override
    public boolean visit(QualifiedNameReference reference, BlockScope scope) {
        if (reference.binding instanceof TypeBinding type) {
            String name = name(type);
            if (name != null && !own(type) && !Allowed.names(name)) {
                tell(reference.sourceStart, reference.sourceEnd, MACHINE.formatted(short_(name)), null);
            }
        } else if (reference.binding instanceof FieldBinding field) {
            String name = name(field.declaringClass);
            if (name != null
                    && field.isStatic()
                    && !own(field.declaringClass)
                    && !Allowed.uses(name, new String(field.name))) {
                tell(reference.sourceStart, reference.sourceEnd, MACHINE.formatted(short_(name)), null);
            }
        }
        return true;
    }

    @Override
    public boolean visit(FieldReference reference, BlockScope scope) {
        if (reference.binding != null && reference.binding.declaringClass != null) {
            String name = name(reference.binding.declaringClass);
            if (name != null
                    && !own(reference.binding.declaringClass)
                    && !Allowed.uses(name, new String(reference.token))) {
                tell(reference.sourceStart, reference.sourceEnd, MACHINE.formatted(short_(name)), null);
            }
        }
        return true;
    }

    @Override
    public boolean visit(AllocationExpression made, BlockScope scope) {
        String name = name(made.resolvedType);
        if (name != null && !own(made.resolvedType)) {
            if (Allowed.names(name) && !Allowed.uses(name, "<init>")) {
                tell(
                        made.type.sourceStart,
                        made.type.sourceEnd,
                        "Rules may not make a new %s.".formatted(short_(name)),
                        null);
            } else if (name.startsWith("java.util.") && made.arguments != null) {
                tell(
                        made.type.sourceStart,
                        made.type.sourceEnd,
                        "A new %s begins empty.".formatted(made.type),
                        "Maybe without a value in brackets.");
            }
        }
        return true;
    }

    @Override
    public boolean visit(QualifiedAllocationExpression made, BlockScope scope) {
        tell(made.sourceStart, made.sourceEnd, "Rules may not make classes of their own.", null);
        return false;
    }

    @Override
    public boolean visit(ArrayAllocationExpression made, BlockScope scope) {
        if (made.dimensions != null) {
            for (Expression dimension : made.dimensions) {
                if (dimension != null
                        && !(dimension instanceof IntLiteral literal && literal.constant.intValue() <= MOST_ITEMS)) {
                    tell(made.sourceStart, made.sourceEnd, "Rules may not make lists of any size at once.", null);
                    return true;
                }
            }
        }
        return true;
    }

    @Override
    public boolean visit(LambdaExpression lambda, BlockScope scope) {
        tell(
                lambda.sourceStart,
                lambda.sourceEnd,
                "Rules may not hand on code.",
                "Maybe write a loop over a list, or a condition.");
        return false;
    }

    @Override
    public boolean visit(ReferenceExpression reference, BlockScope scope) {
        tell(reference.sourceStart, reference.sourceEnd, "Rules may not hand on code.", null);
        return false;
    }

    @Override
    public boolean visit(ClassLiteralAccess access, BlockScope scope) {
        tell(access.sourceStart, access.sourceEnd, "Rules may not look at classes.", null);
        return false;
    }

    @Override
    public boolean visit(TryStatement tried, BlockScope scope) {
        tell(
                tried.sourceStart,
                tried.sourceStart + 2,
                "Rules may not catch what goes wrong: the service tells it.",
                null);
        return true;
    }

    @Override
    public boolean visit(ThrowStatement thrown, BlockScope scope) {
        tell(thrown.sourceStart, thrown.sourceStart + 4, "Rules may not throw.", null);
        return false;
    }

    @Override
    public boolean visit(SynchronizedStatement locked, BlockScope scope) {
        tell(locked.sourceStart, locked.sourceStart + 11, "Rules may not hold locks.", null);
        return true;
    }

    @Override
    public boolean visit(TypeDeclaration type, BlockScope scope) {
        tell(
                type.sourceStart,
                type.sourceEnd,
                "Rules may not make classes of their own.",
                "Maybe declare a type in this file.");
        return false;
    }

    @Override
    public boolean visit(TypeDeclaration type, ClassScope scope) {
        return false;
    }

    @Override
    public boolean visit(SwitchStatement choice, BlockScope scope) {
        tell(choice.sourceStart, choice.sourceStart + 5, "switch cannot be used.", "Maybe if and else.");
        return false;
    }

    @Override
    public boolean visit(SwitchExpression choice, BlockScope scope) {
        tell(choice.sourceStart, choice.sourceStart + 5, "switch cannot be used.", "Maybe if and else.");
        return false;
    }

    @Override
    public boolean visit(WhileStatement loop, BlockScope scope) {
        endless(loop.condition, loop.sourceStart, 5);
        return true;
    }

    @Override
    public boolean visit(DoStatement loop, BlockScope scope) {
        endless(loop.condition, loop.sourceStart, 2);
        return true;
    }

    @Override
    public boolean visit(ForStatement loop, BlockScope scope) {
        if (loop.condition == null) {
            tell(loop.sourceStart, loop.sourceStart + 2, "This loop never ends by itself.", null);
        } else {
            endless(loop.condition, loop.sourceStart, 3);
        }
        return true;
    }

    private void endless(Expression condition, int start, int length) {
        if (condition.constant != null
                && condition.constant != org.eclipse.jdt.internal.compiler.impl.Constant.NotAConstant
                && condition.constant.typeID() == org.eclipse.jdt.internal.compiler.lookup.TypeIds.T_boolean
                && condition.constant.booleanValue()) {
            tell(start, start + length - 1, "This loop never ends by itself.", null);
        }
    }

    @Override
    public boolean visit(ThisReference reference, BlockScope scope) {
        if (!reference.isImplicitThis()) {
            tell(reference.sourceStart, reference.sourceEnd, "this means nothing in a rule.", null);
        }
        return true;
    }
}
