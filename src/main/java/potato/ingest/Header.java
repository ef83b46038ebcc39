package potato.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.json.Read;

/** The first row of a table: it names the field of each column, {@code contact.name} for a field of a field. */
final class Header {
    private final List<String> names;

    Header(List<String> cells) {
        this.names = cells.stream().map(String::strip).toList();
    }

    /** Why no row can be read under this header, null when it can. */
    @Nullable
    String fault() {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                return "It names (%s) twice.".formatted(name);
            }
        }
        return names.stream()
                .filter(name -> name.indexOf('.') > 0 && seen.contains(name.substring(0, name.indexOf('.'))))
                .findFirst()
                .map(name -> "It has (%s) beside (%s).".formatted(name, name.substring(0, name.indexOf('.'))))
                .orElse(null);
    }

    /** What a row calls itself, null when it does not say. */
    @Nullable
    String id(List<String> cells) {
        int id = names.indexOf("id");
        return id >= 0 && id < cells.size() ? cells.get(id) : null;
    }

    /** A row as an object of texts; blank cells are left out. */
    Read<ObjectNode> object(List<String> cells) {
        if (cells.size() > names.size()) {
            return Read.faulty(
                    "The row has %d cells more than the header (%s). Maybe a cell with a comma lacks its quotes."
                            .formatted(
                                    cells.size() - names.size(),
                                    String.join(",", cells.subList(names.size(), cells.size()))));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                put(object, names.get(i), cells.get(i));
            }
        }
        return Read.of(object);
    }

    private static void put(ObjectNode object, String name, String cell) {
        int dot = name.indexOf('.');
        if (dot <= 0) {
            object.put(name, cell);
        } else {
            object.withObjectProperty(name.substring(0, dot)).put(name.substring(dot + 1), cell);
        }
    }
}
