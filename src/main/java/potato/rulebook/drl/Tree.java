package potato.rulebook.drl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a DRL file says, each part with its place. */
final class Tree {
    private Tree() {}

    /** A whole file. */
    record File(
            Source source,
            @Nullable String packageName,
            List<Import> imports,
            List<Global> globals,
            List<Function> functions,
            List<Declare> declares,
            List<Rule> rules) {}

    record Import(String name, boolean star, boolean statics, int start, int end) {}

    record Global(Type type, Token name) {}

    record Type(String name, int start, int end, List<Type> args, int arrays) {}

    record Parameter(Type type, Token name) {}

    record Function(@Nullable Type result, Token name, List<Parameter> parameters, int bodyStart, int bodyEnd) {}

    record Declare(Token name, List<Parameter> fields) {}

    record Annotation(Token name, List<Token> value, int start, int end) {}

    record Attribute(Token name, String text, List<Token> value) {}

    /**
     * A rule.
     *
     * @param title the comment above it, null when there is none
     * @param whole whether all of it could be read
     * @param start offset of the word rule
     * @param thenStart offset behind the word then
     * @param thenEnd offset of the word end
     */
    record Rule(
            Token name,
            @Nullable Token parent,
            @Nullable String title,
            List<Annotation> annotations,
            List<Attribute> attributes,
            List<Element> when,
            boolean whole,
            int start,
            int whenStart,
            int thenStart,
            int thenEnd,
            int end) {}

    /** A condition. */
    sealed interface Element permits Pattern, Group, Not, Exists, Forall, Accumulate, Eval {
        int start();

        int end();
    }

    record Pattern(
            @Nullable Token label,
            Type type,
            List<Constraint> constraints,
            @Nullable From from,
            int start,
            int end) implements Element {}

    /** Conditions of which all or any must hold. */
    record Group(boolean any, @Nullable Token word, List<Element> parts, int start, int end) implements Element {}

    record Not(Element inner, int start, int end) implements Element {}

    record Exists(Element inner, int start, int end) implements Element {}

    record Forall(List<Element> parts, int start, int end) implements Element {}

    record Accumulate(Element source, List<Reckoning> reckonings, List<Constraint> constraints, int start, int end)
            implements Element {}

    record Eval(Expr condition, int start, int end) implements Element {}

    /** A function over all matches. */
    record Reckoning(@Nullable Token label, Token function, List<Expr> args) {}

    /** Where a pattern's facts come from. */
    record From(
            @Nullable Expr of,
            @Nullable Element collected,
            @Nullable Accumulate accumulated) {}

    record Constraint(@Nullable Token label, Expr expr, int start, int end) {}

    /** An expression. */
    sealed interface Expr
            permits Literal, Name, Member, Call, Index, Create, Items, Binary, In, Unary, Cast, Bound, Bad {
        int start();

        int end();
    }

    record Literal(Token token) implements Expr {
        @Override
        public int start() {
            return token.start();
        }

        @Override
        public int end() {
            return token.end();
        }
    }

    record Name(Token token) implements Expr {
        @Override
        public int start() {
            return token.start();
        }

        @Override
        public int end() {
            return token.end();
        }
    }

    record Member(Expr target, Token name) implements Expr {
        @Override
        public int start() {
            return target.start();
        }

        @Override
        public int end() {
            return name.end();
        }
    }

    record Call(@Nullable Expr target, Token name, List<Expr> args, int end) implements Expr {
        @Override
        public int start() {
            return target == null ? name.start() : target.start();
        }
    }

    record Index(Expr target, Expr index, int end) implements Expr {
        @Override
        public int start() {
            return target.start();
        }
    }

    record Create(Type type, List<Expr> args, int start, int end) implements Expr {}

    record Items(List<Expr> items, int start, int end) implements Expr {}

    /**
     * Two sides and what stands between.
     *
     * @param abbreviated whether the left side is not written here, but taken from the comparison before
     * @param bracketed whether brackets stand around it
     */
    record Binary(
            Expr left,
            Token op,
            boolean negated,
            Expr right,
            boolean abbreviated,
            boolean bracketed,
            int start,
            int end)
            implements Expr {}

    record In(Expr left, Token op, boolean negated, List<Expr> items, int end) implements Expr {
        @Override
        public int start() {
            return left.start();
        }
    }

    record Unary(Token op, Expr inner) implements Expr {
        @Override
        public int start() {
            return op.start();
        }

        @Override
        public int end() {
            return inner.end();
        }
    }

    record Cast(Type type, Expr inner, int start) implements Expr {
        @Override
        public int end() {
            return inner.end();
        }
    }

    record Bound(Token label, Expr inner) implements Expr {
        @Override
        public int start() {
            return label.start();
        }

        @Override
        public int end() {
            return inner.end();
        }
    }

    record Bad(int start, int end) implements Expr {}
}
