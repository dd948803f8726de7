package io.cliprelay.system.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the tests ask of a {@code pom.xml}. */
public record Pom(Document xml) {

    /** A dependency as it is written, without what the parent manages. */
    record Dependency(String group, String artifact, String scope) {}

    static Pom of(Path file) {
        try {
            return new Pom(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new IllegalStateException("cannot read " + file, unreadable);
        }
    }

    /** The modules of the reactor. */
    public static List<String> modules() {
        return root().texts("module").toList();
    }

    static Pom root() {
        return of(ProjectFolder.resolve("pom.xml"));
    }

    static Pom ofModule(String module) {
        return of(ProjectFolder.resolve(module + "/pom.xml"));
    }

    String property(String name) {
        return texts(name).findFirst().orElseThrow();
    }

    boolean usesPlugin(String artifact) {
        return elements("plugin").anyMatch(plugin -> text(plugin, "artifactId").equals(artifact));
    }

    Stream<Dependency> dependencies() {
        return elements("dependency")
                .map(element ->
                        new Dependency(text(element, "groupId"), text(element, "artifactId"), text(element, "scope")));
    }

    private Stream<String> texts(String tag) {
        return elements(tag).map(Element::getTextContent);
    }

    private Stream<Element> elements(String tag) {
        return stream(xml.getElementsByTagName(tag));
    }

    private static String text(Element element, String tag) {
        return stream(element.getElementsByTagName(tag))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> stream(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }
}
