package potato;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import potato.Fences.Fence;

/** The walls of the service; beside each wall a planted violation shows that it can be hit. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("potato");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("potato.planted");

    static List<Fence> fences() {
        return Fences.all();
    }

    @ParameterizedTest
    @MethodSource("fences")
    void theServiceStaysInside(Fence fence) {
        fence.around("potato").check(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("fences")
    void thePlantedClassIsCaught(Fence fence) {
        EvaluationResult result = fence.around("potato.planted").evaluate(PLANTED);
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains("potato.planted." + fence.planted()));
    }

    @Test
    void everyPackageHasItsArrows() {
        Set<String> packages = SERVICE.stream()
                .map(type -> type.getPackageName())
                .filter(name -> !name.equals("potato"))
                // A package inside a package lives behind the fences of that one.
                .map(name -> name.split("\\.")[1])
                .collect(Collectors.toSet());
        assertThat(packages).isEqualTo(Fences.ARROWS.keySet());
    }
}
