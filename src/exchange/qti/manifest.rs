//! What stands around the questions: the manifest of the package, and what Canvas wants to know of an assessment.

use maud::html;

use super::{Assessment, ident, xml};
use crate::exchange::outgoing::Outgoing;

/// `imsmanifest.xml`.
pub(super) fn manifest(course: &Outgoing<'_>, all: &[Assessment]) -> String {
    let about = course.course.about();
    xml(&html! {
        manifest identifier=(ident(about.id.as_str())) xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource" xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1 http://www.imsglobal.org/xsd/imscp_v1p1.xsd http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource http://www.imsglobal.org/profile/cc/ccv1p1/LOM/ccv1p1_lomresource_v1p0.xsd http://www.imsglobal.org/xsd/imsmd_v1p2 http://www.imsglobal.org/xsd/imsmd_v1p2p2.xsd" {
            metadata {
                schema { "IMS Content" }
                schemaversion { "1.1.3" }
                imsmd:lom {
                    imsmd:general { imsmd:title { imsmd:string { (about.title) } } }
                    imsmd:lifeCycle { imsmd:contribute { imsmd:date { imsmd:dateTime { (course.at.strftime("%Y-%m-%d")) } } } }
                    imsmd:rights {
                        imsmd:copyrightAndOtherRestrictions { imsmd:value { "yes" } }
                        imsmd:description { imsmd:string { (course.attribution()) } }
                    }
                }
            }
            organizations {}
            resources { @for it in all { (resources(it)) } }
        }
    })
}

fn resources(it: &Assessment) -> maud::Markup {
    let (questions, meta) = (format!("{0}/{0}.xml", it.id), format!("{}/assessment_meta.xml", it.id));
    let meta_id = ident(&meta);
    html! {
        resource identifier=(it.id) type="imsqti_xmlv1p2" {
            file href=(questions) {}
            dependency identifierref=(meta_id) {}
        }
        resource identifier=(meta_id) type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href=(meta) {
            file href=(meta) {}
        }
    }
}

/// `assessment_meta.xml`.
pub(super) fn meta(course: &Outgoing<'_>, it: &Assessment) -> String {
    xml(&html! {
        quiz identifier=(it.id) xmlns="http://canvas.instructure.com/xsd/cccv1p0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://canvas.instructure.com/xsd/cccv1p0 https://canvas.instructure.com/xsd/cccv1p0.xsd" {
            title { (it.title) }
            description { (course.attribution()) }
            shuffle_answers { "true" }
            scoring_policy { "keep_highest" }
            quiz_type { "assignment" }
            points_possible { (it.points) ".0" }
            allowed_attempts { "1" }
        }
    })
}
