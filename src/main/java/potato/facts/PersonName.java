package potato.facts;

import java.util.List;
import java.util.regex.Pattern;

/** What somebody is called: a name (周明, Fang Yu), or a family name with a title (周科长, 老周, Mr Fang). */
record PersonName(String written) {
    private static final Pattern TITLE = Pattern.compile("^[老小姓](?=\\p{IsHan})"
            + "|(?<=\\p{IsHan})副?(?:总经理|总工|总监|总裁|董事长|经理|主任|主管|书记|老师|师傅|秘书|工程师|专员"
            + "|[科处局部院所站组队班]长|[总工局处科部姐哥某的])$"
            + "|^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Engineer|Director|Manager|Chief|Madam)\\b\\.?\\s*");

    /** Whether both may be the same person: a family name with a title fits every name of that family. */
    boolean fits(PersonName other) {
        return bare().equalsIgnoreCase(other.bare()) || familyOf(other) || other.familyOf(this);
    }

    private boolean familyOf(PersonName other) {
        String family = bare();
        boolean chinese = family.codePoints().anyMatch(Character::isIdeographic);
        return chinese
                ? !family.equals(written) && other.bare().startsWith(family)
                : List.of(other.bare().split("\\s+")).contains(family);
    }

    private String bare() {
        return TITLE.matcher(written.strip()).replaceAll("");
    }
}
